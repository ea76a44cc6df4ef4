"""A record that a team is writing, before an editor has it."""

import uuid

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from core.languages import CONTENT_LANGUAGES
from resources.choices import ResourceType


class Draft(models.Model):
    """A record in the making: its answers are `Wording` rows, its team `Member` rows.

    `key` names it in addresses. `page` is what an editor was sent, or the published citation that
    the team completes; `citation` is a reference that the library had no page of. `handed_over`
    holds each answer as the page was last given it, or had it at the start, so that only what the
    team has changed since is written there.
    """

    class State(models.TextChoices):
        """Where a draft is: with the team, with an editor, or returned to the team."""

        WRITING = "writing", _("Being written")
        SENT = "sent", _("Sent to an editor")
        RETURNED = "returned", _("Returned with a note")

    KINDS = [
        (kind.value, kind.label) for kind in (ResourceType.CASE_STUDY, ResourceType.INITIATIVE)
    ]

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(
        _("Kind"), max_length=20, choices=KINDS, default=ResourceType.CASE_STUDY
    )
    language = models.CharField(
        _("Language"),
        max_length=10,
        choices=[(language.code, language.name) for language in CONTENT_LANGUAGES],
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.WRITING)
    note = models.TextField(blank=True)
    invitation = models.CharField(max_length=43, blank=True)
    page = models.ForeignKey(
        "wagtailcore.Page", models.SET_NULL, null=True, blank=True, related_name="+"
    )
    handed_over = models.JSONField(default=dict, blank=True)
    citation = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    members = models.ManyToManyField(
        settings.AUTH_USER_MODEL, through="writing.Member", related_name="+"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["invitation"],
                condition=~models.Q(invitation=""),
                name="writing_one_draft_per_invitation",
            )
        ]

    def __str__(self):
        return str(self.key)

    @property
    def is_open(self):
        """Tell whether the team may go on writing: no editor has it, or its page is gone."""
        return self.state != self.State.SENT or self.page_id is None


class Member(models.Model):
    """Somebody who writes a draft."""

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="memberships")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["draft", "person"], name="writing_member_once")
        ]

    def __str__(self):
        return f"{self.draft_id}: {self.person_id}"
