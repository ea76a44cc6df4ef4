"""What Elasticsearch has yet to hear, kept beside the rows that it is about.

Nothing is written here where no Elasticsearch is configured.
"""

from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone

# A rebuild that has done nothing for so long has died.
REBUILD_SILENT = timedelta(hours=1)


class WaitingEditQuerySet(models.QuerySet):
    """Edits, oldest first."""

    def to_send(self, while_rebuilding: bool):
        """Leave out what was refused and, `while_rebuilding`, what the index in use has."""
        waiting = self.filter(refused=False)
        return waiting.filter(sent=False) if while_rebuilding else waiting

    def settle(self, edits: list["WaitingEdit"], keep: bool) -> None:
        """Forget `edits` that the index has, or `keep` them as sent until a rebuild is over.

        What was refused of their pages before is made good by them. Another process may be
        settling the same ones; it then does so alone.
        """
        if not edits:
            return
        numbers = [edit.pk for edit in edits]
        made_good = models.Q(
            refused=True, page_id__in={edit.page_id for edit in edits}, pk__lt=max(numbers)
        )
        with transaction.atomic():
            locked = self.select_for_update(skip_locked=True).filter(
                models.Q(pk__in=numbers) | made_good
            )
            found = self.filter(pk__in=list(locked.order_by("pk").values_list("pk", flat=True)))
            if keep:
                found.update(sent=True)
            else:
                found.delete()


class WaitingEdit(models.Model):
    """That a page was edited, left in the transaction that wrote the page's rows.

    Its number tells a newer edit of the page from an older one: pages are locked while their
    edits are written, so the numbers of one page grow in the order of the edits.
    """

    page_id = models.BigIntegerField(db_index=True)
    since = models.DateTimeField(default=timezone.now)
    sent = models.BooleanField(default=False)
    refused = models.BooleanField(default=False)

    objects = WaitingEditQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.pk}: {self.page_id}"


class RebuildQuerySet(models.QuerySet):
    """Rebuilds of the index in Elasticsearch."""

    def alive(self):
        """Leave out those that have died."""
        return self.filter(seen__gt=timezone.now() - REBUILD_SILENT)


class Rebuild(models.Model):
    """A new index that is being filled while readers search the old one."""

    index = models.CharField(max_length=255, primary_key=True)
    seen = models.DateTimeField(default=timezone.now)

    objects = RebuildQuerySet.as_manager()

    def __str__(self):
        return self.index
