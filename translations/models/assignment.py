"""Who of a country team is on what."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from .version import Version


class Assignment(models.Model):
    """Says who translates one source into one language; without a row, nobody does.

    It stands apart from the state, which is made anew and goes while the source is unpublished.
    """

    source = models.ForeignKey(Version, models.CASCADE, related_name="assignments")
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("assignment")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["source", "locale"], name="translations_one_person_a_translation"
            )
        ]

    def __str__(self):
        return f"{self.source_id} into {self.locale_id}: {self.person_id}"
