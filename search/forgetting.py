"""Which counts of questions are not kept: those of few askings, and those of long ago."""

from datetime import timedelta
from itertools import groupby
from operator import itemgetter

from django.utils import timezone

from .models import QuestionCount
from .models.query_log import FEWEST_ASKINGS

# A question must be asked often enough within so many days; after them its counts are judged.
WINDOW = timedelta(days=30)
LONGEST = timedelta(days=400)
_AT_ONCE = 500


def forget_old() -> None:
    """Delete the counts of days long past."""
    QuestionCount.objects.filter(day__lt=timezone.localdate() - LONGEST).delete()


def forget_rare() -> None:
    """Delete the counts older than 30 days that lie in no 30 days with three askings."""
    rows = QuestionCount.objects.order_by("language", "question", "day").values_list(
        "language", "question", "pk", "day", "asked"
    )
    judged = timezone.localdate() - WINDOW
    rare = [
        pk
        for _question, group in groupby(rows.iterator(), key=itemgetter(0, 1))
        for pk, day in _rare([row[2:] for row in group])
        if day <= judged
    ]
    for start in range(0, len(rare), _AT_ONCE):
        QuestionCount.objects.filter(pk__in=rare[start : start + _AT_ONCE]).delete()


def _rare(rows):
    """Return (id, day) of those of one question's rows, in the order of days, that are to go."""
    kept = set()
    for first, (_pk, begin, _asked) in enumerate(rows):
        within = [row for row in rows[first : first + WINDOW.days] if row[1] < begin + WINDOW]
        if sum(asked for _pk, _day, asked in within) >= FEWEST_ASKINGS:
            kept.update(pk for pk, _day, _asked in within)
    return [(pk, day) for pk, day, _asked in rows if pk not in kept]
