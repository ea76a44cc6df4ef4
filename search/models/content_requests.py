"""What readers look for and the hub does not have yet, as work for editors."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from core.languages import LANGUAGE_CHOICES


class ContentRequest(models.Model):
    """A question that deserves an answer in one language, and what became of it."""

    class State(models.TextChoices):
        """Where a request stands."""

        OPEN = "open", _("Open")
        DONE = "done", _("Done")
        DECLINED = "declined", _("Declined")

    question = models.CharField(_("question"), max_length=160)
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGE_CHOICES)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN, db_index=True
    )
    note = models.TextField(_("note"), blank=True)
    answered_by = models.ForeignKey(
        Page,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("page that answers it"),
    )
    created_on = models.DateField(_("requested on"), auto_now_add=True)

    panels = [
        FieldPanel("question"),
        FieldPanel("language"),
        FieldPanel("state"),
        FieldPanel("answered_by"),
        FieldPanel("note"),
    ]

    class Meta:
        verbose_name = _("content request")
        verbose_name_plural = _("content requests")
        ordering = ["-created_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "question"], name="search_one_content_request"
            )
        ]

    def __str__(self):
        return self.question
