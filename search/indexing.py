"""Keep search's rows in step with the pages.

Every function here may be called again at any time with the same pages and leaves the same
rows. The database's rows are always written; Elasticsearch's beside them where there is one,
and what goes wrong there never reaches an editor: it is made good later (see `outbox`).
"""

import logging
from collections import defaultdict
from collections.abc import Iterator
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page

from core.searchable import searchable_page_models
from core.visibility import open_pages

from . import outbox
from .engines import database_engine
from .engines.base import WordRow
from .models import Change, Entry
from .rows import PageRows, forget, rows_of_page, write
from .vocabulary import Vocabulary, pairs_of

logger = logging.getLogger(__name__)

# Pages are locked while their rows are made, so that no newer edit is overwritten by an older
# one; so many take about a fifth of a second.
CHUNK = 200
# An editor whose page is saved waits for no more edits of others than these.
_ALONG_WITH_AN_EDIT = 50


def index_pages(page_ids) -> None:
    """Make the rows of these pages anew, and remove those of pages readers may not see.

    Ids of pages that no longer exist are no error.
    """
    for chunk in _chunks(page_ids):
        with transaction.atomic():
            _lock(chunk)
            rows = _rows(chunk)
            words = [page.words for page in rows]
            Vocabulary().learn(pairs_of(words))
            write(rows, chunk)
            transaction.on_commit(partial(_tell_elasticsearch, outbox.leave(chunk), words))


def rows_of(pages) -> Iterator[PageRows | None]:
    """Yield the rows of each of `pages`, None for one that readers may not see.

    They are specific pages, as their model's `read_for_search` has returned them.
    """
    return _rows_of_each(pages, _languages([page.pk for page in pages]))


def rewrite(page_ids: list[int], rows: list[PageRows], since: int | None) -> list[PageRows]:
    """Write the rows that were made of these pages, without telling of an edit; return them.

    `since` is the newest `Change` before the pages were read. What was edited after that is made
    anew, so that no newer edit is overwritten by an older one.
    """
    with transaction.atomic():
        _lock(page_ids)
        if since is None or Change.objects.touches(page_ids, since):
            rows = _rows(page_ids)
        else:
            visible = _languages(page_ids)
            rows = [page for page in rows if page.entry.pk in visible]
        write(rows, page_ids)
    return rows


def remove_pages(page_ids) -> None:
    """Remove all rows of these pages."""
    for chunk in _chunks(page_ids):
        with transaction.atomic():
            _lock(chunk)
            forget(chunk)
            transaction.on_commit(partial(_tell_elasticsearch, outbox.leave(chunk), []))


def forget_deleted(page_id: int) -> None:
    """Remove all rows of a page, in the transaction that deletes it."""
    forget([page_id])
    outbox.leave([page_id])
    # One edit for each page of a section that is deleted: they are sent many at a time.
    transaction.on_commit(lambda: send_waiting(_ALONG_WITH_AN_EDIT), robust=True)


def send_waiting(most: int) -> int:
    """Send up to `most` edits that Elasticsearch has not taken yet; return how many it took.

    They go in the order in which they were made, until one cannot be sent.
    """
    sent = 0
    while sent < most:
        edits = outbox.oldest(min(CHUNK, most - sent))
        if not edits or not outbox.send(edits, words_of([edit.page_id for edit in edits])):
            break
        sent += len(edits)
    return sent


def words_of(page_ids) -> list[WordRow]:
    """Return the words of those of these pages that readers may find now."""
    return [page.words for page in _rows(page_ids)]


def searchable_ids(path: str) -> list[int]:
    """Return the ids of all pages of searchable models at `path` of the tree and below."""
    pages = Page.objects.filter(path__startswith=path, content_type__in=_content_types())
    return list(pages.order_by("pk").values_list("pk", flat=True))


def remove_hidden(path: str) -> None:
    """Remove at once the rows at `path` and below that readers may no longer see."""
    below = Page.objects.filter(path__startswith=path)
    visible = open_pages(below).values("pk")
    hidden = Entry.objects.filter(page__path__startswith=path).exclude(pk__in=visible)
    remove_pages(hidden.values_list("pk", flat=True))


def remove_stale(known: set[int]) -> None:
    """Remove rows that no page stands behind any more, as the last step of a rebuild.

    `known` are words of the vocabulary that the rebuild has met (see `Vocabulary.learn`).
    """
    stale = Entry.objects.exclude(page__content_type__in=_content_types())
    remove_pages(stale.values_list("pk", flat=True))
    with transaction.atomic():
        database_engine().delete_orphans()
        Vocabulary().forget_unused(database_engine(), known)


def _content_types():
    models = searchable_page_models()
    return list(ContentType.objects.get_for_models(*models).values()) if models else []


def _chunks(page_ids):
    page_ids = sorted(set(page_ids))
    for start in range(0, len(page_ids), CHUNK):
        yield page_ids[start : start + CHUNK]


def _lock(page_ids):
    locked = Page.objects.select_for_update(of=("self",)).filter(pk__in=page_ids)
    list(locked.order_by("pk").values_list("pk", flat=True))


def _rows(page_ids):
    by_type = defaultdict(dict)
    for pk, content_type, language in _visible(page_ids).values_list(
        "pk", "content_type_id", "locale__language_code"
    ):
        by_type[content_type][pk] = language
    rows = []
    for content_type in _content_types():
        if languages := by_type.get(content_type.pk):
            model = content_type.model_class()
            pages = model.objects.filter(pk__in=languages).order_by("pk")
            rows += filter(None, _rows_of_each(model.read_for_search(pages), languages))
    return rows


def _visible(page_ids):
    return open_pages(Page.objects.filter(pk__in=page_ids))


def _languages(page_ids):
    return dict(_visible(page_ids).values_list("pk", "locale__language_code"))


def _rows_of_each(pages, languages):
    """Yield the rows of each page, None for one that has none of `languages`, by page.

    One that cannot say what it holds is not found, and harms no other.
    """
    for page in pages:
        rows = None
        if page.pk in languages:
            try:
                rows = rows_of_page(page, languages[page.pk])
            except Exception:
                logger.exception("Page %s cannot be indexed.", page.pk)
        yield rows


def _tell_elasticsearch(edits, words):
    """Send what has just been edited, and with it some of what could not be sent before."""
    if outbox.send(edits, words):
        send_waiting(_ALONG_WITH_AN_EDIT)
