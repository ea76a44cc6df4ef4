"""Counts how often pages are read, by page and day, and nothing about who reads them.

Country teams see by it what matters to many. Counting costs a reader's request no SQL.
"""

from datetime import timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Sum
from django.utils import timezone
from wagtail.models import get_page_models

from core.readers import by_a_reader
from core.tally import Tally

from .models import PageVisits, TranslationState

WINDOW = timedelta(days=30)
LONGEST = timedelta(days=400)
_AT_ONCE = 500

_WRITE = """
INSERT INTO translations_pagevisits (page, day, visits) VALUES (%s, %s, %s)
ON CONFLICT (page, day) DO UPDATE SET visits = translations_pagevisits.visits + excluded.visits
"""

# Of this process; a key is a page's and a day.
log = Tally("visits", _WRITE, lambda key, count: (*key, count))


def count_visit(page, request, response):
    """Count a page that was served to a reader; what was not found or moved counts for nothing."""
    if response.status_code == 200 and by_a_reader(request):
        log.add((page.pk, timezone.localdate()), 1)


def forget_old():
    """Delete the counts of days long past."""
    PageVisits.objects.filter(day__lt=timezone.localdate() - LONGEST).delete()


def sum_up():
    """Let the states of translations know how often they were read in the last 30 days.

    Where a language has no published version of a page, it is the source's readers that count.
    """
    visits = dict(
        PageVisits.objects.filter(day__gt=timezone.localdate() - WINDOW)
        .values("page")
        .annotate(total=Sum("visits"))
        .values_list("page", "total")
    )
    pages = ContentType.objects.get_for_models(*get_page_models()).values()
    states = TranslationState.objects.filter(source__content_type__in=pages).only("pk", "visits")
    changed = []
    for state in states.annotate(
        read=F("source__object_id"), own=F("version__object_id"), is_live=F("version__is_live")
    ).iterator():
        total = visits.get(state.own if state.is_live else state.read, 0)
        if state.visits != total:
            state.visits = total
            changed.append(state)
    TranslationState.objects.bulk_update(changed, ["visits"], batch_size=_AT_ONCE)
