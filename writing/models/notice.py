"""Who is told that a draft is theirs to read."""

from django.db import models

from translations.models import Notice

from .draft import Draft


class DraftNotice(Notice):
    """One person's mail about one turn of a draft.

    When it was sent (`state` says so), that is an editor's; when it was returned, a member's.
    `task_state` is the question to editors that was put, or answered, by that.
    """

    draft = models.ForeignKey(Draft, models.CASCADE, related_name="+")
    task_state = models.ForeignKey("wagtailcore.TaskState", models.CASCADE, related_name="+")
    state = models.CharField(max_length=10, choices=Draft.State)
    kept_at = models.DateTimeField(auto_now_add=True)

    class Meta(Notice.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["task_state", "state", "person"], name="writing_one_mail_a_turn"
            )
        ]

    def __str__(self):
        return f"{self.draft_id} to {self.person_id}: {self.sent_at}"
