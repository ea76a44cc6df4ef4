"""What editors put before the results of chosen questions."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core.languages import LANGUAGE_CHOICES, SOURCE_LANGUAGE
from resources.models import ResourcePage


class Promotion(models.Model):
    """A resource to show first to readers of one language who ask one of these questions."""

    language = models.CharField(
        _("language"), max_length=10, choices=LANGUAGE_CHOICES, default=SOURCE_LANGUAGE
    )
    questions = models.TextField(
        _("questions"),
        help_text=_("One a line. Capitals, accents and punctuation make no difference."),
    )
    page = models.ForeignKey(
        ResourcePage, models.CASCADE, related_name="+", verbose_name=_("resource")
    )
    reason = models.CharField(
        _("reason"),
        max_length=160,
        blank=True,
        help_text=_("One line that readers see in place of the summary."),
    )
    sort_order = models.PositiveIntegerField(
        _("order"), default=0, help_text=_("Lower numbers come first.")
    )

    panels = [
        FieldPanel("language"),
        FieldPanel("questions"),
        FieldPanel("page"),
        FieldPanel("reason"),
        FieldPanel("sort_order"),
    ]

    class Meta:
        verbose_name = _("promoted result")
        verbose_name_plural = _("promoted results")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return ", ".join(self.lines())

    def clean(self):
        """Keep each question once, on a line of its own."""
        super().clean()
        self.questions = "\n".join(dict.fromkeys(self.lines()))
        if not self.questions:
            raise ValidationError({"questions": _("Give at least one question.")})

    def lines(self) -> list[str]:
        """Return the questions as they were written."""
        return [line for written in self.questions.splitlines() if (line := written.strip())]
