"""What finds passages that resemble one another, without reading them all."""

from django.db import models
from wagtail_localize.models import String


class MemoryKey(models.Model):
    """One of the numbers that a passage shares with passages that resemble it.

    Made by `translations.memory.keys_of` when wagtail-localize keeps the passage.
    """

    string = models.ForeignKey(String, models.CASCADE, related_name="+")
    value = models.BigIntegerField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.string_id}: {self.value}"
