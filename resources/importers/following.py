"""What follows a write: indexes that page signals would have kept, in chunks with short locks."""

from collections.abc import Callable, Sequence

from django.db import transaction
from modelsearch.backends import get_search_backends_with_name
from wagtail.models import ReferenceIndex

from core.signals import pages_written
from resources.models import ResourcePage

CHUNK = 250


def follow_up(pages: Sequence[ResourcePage], progress: Callable[[int, int], None]) -> None:
    """Brings the usage index, the admin's search and the readers' search up to date.

    `progress` is called with how many pages are done, and of how many. The pages are written by
    now: whoever interrupts this catches up with `update_index` and `rebuild_references_index`.
    """
    for start in range(0, len(pages), CHUNK):
        chunk = pages[start : start + CHUNK]
        with transaction.atomic():
            for page in chunk:
                ReferenceIndex.create_or_update_for_object(page)
            _index_for_admin(chunk)
        pages_written.send(sender=type(chunk[0]), page_ids=[page.pk for page in chunk])
        progress(start + len(chunk), len(pages))


def _index_for_admin(pages: Sequence[ResourcePage]) -> None:
    for _name, backend in get_search_backends_with_name(with_auto_update=True):
        backend.add_bulk(type(pages[0]), pages)
