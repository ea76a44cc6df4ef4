"""Which entries were written lately, so that every process can follow in its memory."""

import secrets

from django.db import connection, models

# Who has missed more than so many reads everything anew, which then is quicker.
KEPT = 500


class ChangeQuerySet(models.QuerySet):
    """Changes, oldest first."""

    def record(self, page_ids) -> None:
        """Note that the entries of these pages were written or removed.

        To be called last in the transaction that does so: no other can note its own before this
        one has ended, so that the numbers grow in the order in which changes can be seen.
        """
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute(f"LOCK TABLE {self.model._meta.db_table} IN EXCLUSIVE MODE")
        change = self.create(token=secrets.randbits(62), page_ids=list(page_ids))
        self.filter(pk__lte=change.pk - KEPT).delete()


class Change(models.Model):
    """One transaction's changes; its token tells it from one that was rolled back."""

    token = models.BigIntegerField()
    page_ids = models.JSONField()

    objects = ChangeQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return f"{self.pk}: {self.page_ids}"
