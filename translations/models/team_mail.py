"""What members of country teams are told by mail."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .source_change import SourceChange


class TeamMember(models.Model):
    """What somebody wants to be told, and when it was; without a row, the weekly summary."""

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, primary_key=True, related_name="+"
    )
    wants_digest = models.BooleanField(
        _("a summary of translations every week"),
        default=True,
        help_text=_("Safety-critical changes are told at once in any case."),
    )
    digest_sent_on = models.DateField(null=True, editable=False)

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.person_id}: {self.wants_digest}"


class Notice(models.Model):
    """One person's mail about one thing: to be sent until `sent_at` is set.

    `claimed_at` is when a process last began to send it, so that no two do at once.
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    claimed_at = models.DateTimeField(null=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        default_permissions = ()


class SafetyNotice(Notice):
    """One person's mail about one safety-critical change."""

    change = models.ForeignKey(SourceChange, models.CASCADE, related_name="+")

    class Meta(Notice.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["change", "person"], name="translations_one_mail_a_change"
            )
        ]

    def __str__(self):
        return f"{self.change_id} to {self.person_id}: {self.sent_at}"
