"""The text of a document, kept beside it for search."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class TextState(models.TextChoices):
    """What came of reading a document."""

    WAITING = "waiting", _("It has not been read yet.")
    READ = "read", _("Its words are found.")
    EMPTY = "empty", _("There is no text in it that can be read, as in a scan.")
    LOCKED = "locked", _("It could not be read: it is locked with a password.")
    DAMAGED = "damaged", _("It could not be read: it is damaged, or not what its name says.")
    TOO_MUCH = "too_much", _("It could not be read: it takes too much time or memory.")


class DocumentText(models.Model):
    """The text of one document; those of kinds that are not read have none.

    `passages` is a list of [page, text], the page from one on and 0 where there are no pages.
    `file_name` is the stored name of the file that was read: a new file has a new name.
    """

    document = models.OneToOneField(
        "core.HubDocument", models.CASCADE, primary_key=True, related_name="text"
    )
    state = models.CharField(max_length=10, choices=TextState, default=TextState.WAITING)
    file_name = models.CharField(max_length=255)
    passages = models.JSONField(default=list)

    def __str__(self):
        return f"{self.document_id}: {self.state}"
