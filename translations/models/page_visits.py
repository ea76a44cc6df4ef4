"""How often pages are read, counted by day: nothing here says by whom, or when in a day."""

from django.db import models


class PageVisits(models.Model):
    """How often readers opened one page on one day.

    No foreign key: a page that is deleted meanwhile must not keep the others' counts waiting.
    """

    page = models.BigIntegerField()
    day = models.DateField(db_index=True)
    visits = models.PositiveIntegerField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "day"], name="translations_one_count_a_day")
        ]

    def __str__(self):
        return f"{self.day} {self.page}: {self.visits}"
