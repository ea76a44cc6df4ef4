"""Telling Elasticsearch of edits, until it has taken each of them.

An edit leaves the page's id in the transaction that writes the page's rows, is sent at once
after that, and is forgotten when the index has it. What cannot be sent waits: it is sent with
the next edit that can be, and by `manage.py send_waiting_edits`, which the scheduler runs. By
then the words are made anew, so that only what readers may see today is sent.

An edit made while a new index is filled is sent twice: to the index in use, and after the
change to the new one, where the page may stand as it was before.
"""

import logging
from datetime import timedelta

from django.utils import timezone

from .engines import elasticsearch_engine
from .engines.base import EngineResting, EngineUnavailable, WordRow
from .models import Rebuild, WaitingEdit

logger = logging.getLogger(__name__)

# The scheduler has tried several times by then.
_LATE = timedelta(minutes=5)


def leave(page_ids: list[int]) -> list[WaitingEdit]:
    """Note that Elasticsearch, if there is one, has to hear of these pages; return the edits.

    The caller holds the transaction that writes the pages' rows, and locks on the pages.
    """
    if elasticsearch_engine() is None:
        return []
    return WaitingEdit.objects.bulk_create([WaitingEdit(page_id=pk) for pk in page_ids])


def oldest(most: int) -> list[WaitingEdit]:
    """Return up to `most` edits that are to be sent, the oldest first."""
    if elasticsearch_engine() is None:
        return []
    return list(WaitingEdit.objects.to_send(_is_rebuilding())[:most])


def count() -> int:
    """Return how many pages Elasticsearch has not in their newest state."""
    if elasticsearch_engine() is None:
        return 0
    waiting = WaitingEdit.objects.filter(sent=False)
    return waiting.values("page_id").distinct().count()


def is_late() -> bool:
    """Return whether an edit waits that could have been sent, had Elasticsearch taken it."""
    if elasticsearch_engine() is None:
        return False
    waiting = WaitingEdit.objects.to_send(while_rebuilding=True)
    return waiting.filter(since__lt=timezone.now() - _LATE).exists()


def send(edits: list[WaitingEdit], words: list[WordRow]) -> bool:
    """Send the `words` of these edits' pages; return whether all have come to an end.

    A page without words is removed from the index. What fails is logged by number only.
    """
    engine = elasticsearch_engine()
    if engine is None or not edits:
        return False
    # Asked before sending: a rebuild that begins later reads these pages as they are now.
    keep = _is_rebuilding()
    try:
        receipt = engine.send(words, {edit.page_id: edit.pk for edit in edits})
    except EngineResting:
        return False
    except EngineUnavailable as error:
        logger.warning("Elasticsearch (%s) has not taken %s edits; they wait.", error, len(edits))
        return False
    taken = set(receipt.taken)
    WaitingEdit.objects.settle([edit for edit in edits if edit.page_id in taken], keep)
    refuse([edit for edit in edits if edit.page_id in receipt.refused])
    if receipt.left:
        count_left = len(receipt.left)
        logger.warning(
            "Elasticsearch (%s) left out %s edits; they wait.", receipt.reason, count_left
        )
    return not receipt.left


def refuse(edits: list[WaitingEdit]) -> None:
    """Put aside edits of documents that the index will not take, so that they keep up no other.

    They are tried again when their pages are edited, and by the next rebuild.
    """
    if edits:
        page_ids = sorted({edit.page_id for edit in edits})
        logger.error("Elasticsearch refuses the words of the pages %s.", page_ids)
        WaitingEdit.objects.filter(pk__in=[edit.pk for edit in edits]).update(refused=True)


def begin_rebuild(index: str) -> None:
    """Keep edits from now on for the new index of this name, before the first page is read.

    Earlier ones, whose names sort before, are over: their indexes have been removed.
    """
    Rebuild.objects.create(index=index)
    Rebuild.objects.filter(pk__lt=index).delete()


def rebuild_goes_on(index: str) -> None:
    """Tell that the rebuild into this index has not died."""
    Rebuild.objects.filter(pk=index).update(seen=timezone.now())


def end_rebuild(index: str) -> None:
    """Let everything wait that was kept for the new index, which is in use by now or given up."""
    WaitingEdit.objects.filter(refused=True).update(refused=False)
    Rebuild.objects.filter(pk=index).delete()


def _is_rebuilding():
    return Rebuild.objects.alive().exists()
