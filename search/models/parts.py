"""What belongs to an entry and stands elsewhere: in a recording, in an attached document."""

from django.db import models

from .entries import Entry


class EntryPart(models.Model):
    """A passage of a transcript or of an attached document, for results that show it.

    `place` is the second of the recording or the page of the document, None where there are no
    pages; `url` is the document's address, "" for what stands in the entry's own page. `words` has
    each form of a word that engines know the passage by once, with a space on either side, and
    stems without their language. A document whose text may not be shown, or is not there yet, has
    one row without any.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="parts")
    kind = models.CharField(max_length=10)
    document_id = models.BigIntegerField(null=True, db_index=True)
    label = models.CharField(max_length=255, blank=True)
    url = models.TextField(blank=True)
    place = models.PositiveIntegerField(null=True)
    text = models.TextField(blank=True)
    words = models.TextField(blank=True)

    def __str__(self):
        return f"{self.entry_id}: {self.kind}"
