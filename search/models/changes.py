"""Which entries were written lately, so that every process can follow in its memory."""

import secrets

from django.db import connection, models, transaction

from search.bulk import insert_rows

from .entries import Entry

# Who has missed more than so many reads everything anew, which then is quicker.
KEPT = 10_000


class ChangeQuerySet(models.QuerySet):
    """Changes, oldest first."""

    @transaction.atomic
    def record(self, page_ids) -> None:
        """Note that the entries of these pages were written or removed.

        To be called last in the transaction that does so: no other can note its own before this
        one has ended, so that the numbers grow in the order in which changes can be seen.
        """
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {self.model._meta.db_table} IN EXCLUSIVE MODE")
        token = secrets.randbits(62)
        rows = [(token, page_id) for page_id in page_ids]
        insert_rows(self.model._meta.db_table, ("token", "entry_id"), rows)
        self.filter(pk__lte=self.newest() - KEPT).delete()

    def newest(self) -> int:
        """Return the number of the newest change, 0 before the first one."""
        return self.aggregate(newest=models.Max("pk"))["newest"] or 0

    def touches(self, page_ids, since: int) -> bool:
        """Return whether one of these pages was written after the change `since`.

        It was if nobody can tell any more.
        """
        if self.newest() - since >= KEPT:
            return True
        return self.filter(pk__gt=since, entry_id__in=page_ids).exists()


class Change(models.Model):
    """That an entry was written or removed; who is to follow finds its row beside, or none.

    The token tells the change from one with the same number that was rolled back.
    """

    token = models.BigIntegerField()
    entry = models.ForeignKey(
        Entry, models.DO_NOTHING, null=True, related_name="+", db_constraint=False, db_index=False
    )

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.pk}: {self.entry_id}"
