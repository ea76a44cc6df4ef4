"""Versions that differ from their source on purpose."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.countries import codes, country_name

from .version import Version


class Adaptation(models.Model):
    """Says what a country team has made differently in a version, why, and who stands for it.

    What changes in the source afterwards is a question to the team, not a fault of the version;
    only what is safety-critical is told to readers. `country` is a code of ISO 3166-1.
    """

    version = models.OneToOneField(Version, models.CASCADE, related_name="adaptation")
    country = models.CharField(_("adapted for"), max_length=2, blank=True)
    what = models.TextField(
        _("what differs"), max_length=1000, help_text=_("For readers, in the page's language.")
    )
    why = models.TextField(_("why"), max_length=1000)
    reviewer = models.CharField(
        _("reviewed by"), max_length=255, blank=True, help_text=_("A person or a body, by name.")
    )
    reviewed_on = models.DateField(_("reviewed on"), null=True, blank=True)
    review_due_on = models.DateField(_("next review"), null=True, blank=True)

    class Meta:
        verbose_name = _("adaptation")
        default_permissions = ()

    def __str__(self):
        return f"{self.version}: {self.what[:60]}"

    @property
    def country_name(self):
        """Return the name of its country in the active language, "" for none."""
        return country_name(self.country) if self.country else ""

    def clean(self):
        """Refuse what is no country, and a review to come that lies before the last one."""
        if self.country and self.country not in codes():
            raise ValidationError({"country": _("Choose a country of the list.")})
        if self.reviewed_on and self.review_due_on and self.review_due_on <= self.reviewed_on:
            raise ValidationError({"review_due_on": _("Choose a day after the last review.")})
