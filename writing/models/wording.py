"""What somebody wrote as the answer to one question of a draft."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .draft import Draft


class Wording(models.Model):
    """One text for one question, from one sitting.

    A sitting is one opening of the form in one browser; `seq` counts its keystrokes, so that a
    request that comes late or twice is known as such; `lineage` maps sittings to the last of their
    keystrokes that the text has grown from. `version` counts how often the answer to
    the question has changed. Of all wordings of a question one is CURRENT; a RIVAL was written by
    somebody who had not seen the current one, and waits for the team to settle; an EARLIER one
    was replaced by another person or sitting, and is kept.
    """

    class Standing(models.TextChoices):
        CURRENT = "current"
        RIVAL = "rival"
        EARLIER = "earlier"

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="wordings")
    name = models.CharField(max_length=80)
    text = models.TextField(blank=True)
    standing = models.CharField(max_length=7, choices=Standing.choices)
    version = models.PositiveIntegerField(default=0)
    sitting = models.CharField(max_length=36)
    seq = models.PositiveBigIntegerField()
    lineage = models.JSONField(default=dict)
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+"
    )
    written_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [models.Index(fields=["draft", "name"])]
        constraints = [
            models.UniqueConstraint(
                fields=["draft", "name"],
                condition=Q(standing="current"),
                name="writing_one_current_wording",
            ),
            models.UniqueConstraint(
                fields=["draft", "name", "sitting"],
                condition=Q(standing="rival"),
                name="writing_one_rival_per_sitting",
            ),
        ]

    def __str__(self):
        return f"{self.name}, version {self.version}"
