"""Translations that wait for a person since their source has changed."""

from django.db import models
from wagtail_localize.models import StringTranslation


class CarriedOver(models.Model):
    """Says that a translation was made from `source_text`, not from the string it stands at.

    When a source changes, its translations are carried over to the new strings, so that nothing
    published is ever replaced by the source's language and translators begin from what there
    is. The row goes when a person saves the translation, changed or not.
    """

    translation = models.OneToOneField(
        StringTranslation, models.CASCADE, primary_key=True, related_name="carried_over"
    )
    source_text = models.TextField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.translation_id}: {self.source_text[:60]}"
