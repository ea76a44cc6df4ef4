"""Keep search's rows in step with the pages.

Every function here may be called again at any time with the same pages and leaves the same
rows. The database's rows are always written; Elasticsearch's beside them where there is one,
and what goes wrong there never reaches an editor.
"""

import logging
from collections import defaultdict
from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Page

from core.searchable import searchable_page_models
from core.visibility import open_pages

from .engines import database_engine, elasticsearch_engine
from .engines.base import EngineUnavailable, WordRow
from .models import Entry
from .rows import Rows, forget, write

logger = logging.getLogger(__name__)

# Pages are locked while their rows are made, so that no newer edit is overwritten by an older
# one; so many take about a fifth of a second.
CHUNK = 200


def index_pages(page_ids, index: str | None = None) -> None:
    """Make the rows of these pages anew, and remove those of pages readers may not see.

    `index` names an Elasticsearch index that is being rebuilt, and EngineUnavailable is raised
    when it does not take the rows; None is the one in use, whose failures are only logged. Ids
    of pages that no longer exist are no error.
    """
    page_ids = sorted(set(page_ids))
    for start in range(0, len(page_ids), CHUNK):
        _index_chunk(page_ids[start : start + CHUNK], index)


def remove_pages(page_ids) -> None:
    """Remove all rows of these pages."""
    page_ids = sorted(set(page_ids))
    for start in range(0, len(page_ids), CHUNK):
        chunk = page_ids[start : start + CHUNK]
        with transaction.atomic():
            forget(chunk)
            transaction.on_commit(partial(_tell_elasticsearch, [], chunk))


def searchable_ids(path: str) -> list[int]:
    """Return the ids of all pages of searchable models at `path` of the tree and below."""
    pages = Page.objects.filter(path__startswith=path, content_type__in=_content_types())
    return list(pages.order_by("pk").values_list("pk", flat=True))


def reindex_subtree(page) -> None:
    """Make the rows anew of `page` and all pages below it."""
    index_pages(searchable_ids(page.path))


def remove_hidden(path: str) -> None:
    """Remove at once the rows at `path` and below that readers may no longer see."""
    below = Page.objects.filter(path__startswith=path)
    visible = open_pages(below).values("pk")
    hidden = Entry.objects.filter(page__path__startswith=path).exclude(pk__in=visible)
    remove_pages(hidden.values_list("pk", flat=True))


def remove_stale() -> None:
    """Remove rows that no page stands behind any more, as the last step of a rebuild."""
    stale = Entry.objects.exclude(page__content_type__in=_content_types())
    remove_pages(stale.values_list("pk", flat=True))
    with transaction.atomic():
        database_engine().delete_orphans()


def _content_types():
    models = searchable_page_models()
    return list(ContentType.objects.get_for_models(*models).values()) if models else []


def _index_chunk(page_ids, index):
    with transaction.atomic():
        locked = Page.objects.select_for_update(of=("self",)).filter(pk__in=page_ids)
        list(locked.order_by("pk").values_list("pk", flat=True))
        rows = _rows(page_ids)
        write(rows, page_ids)
        kept = {entry.pk for entry in rows.entries}
        gone = [page_id for page_id in page_ids if page_id not in kept]
        if index is None:
            transaction.on_commit(partial(_tell_elasticsearch, rows.words, gone))
    if index:
        elasticsearch_engine().replace(rows.words, index)


def _rows(page_ids):
    visible = open_pages(Page.objects.filter(pk__in=page_ids))
    by_type = defaultdict(dict)
    for pk, content_type, language in visible.values_list(
        "pk", "content_type_id", "locale__language_code"
    ):
        by_type[content_type][pk] = language
    rows = Rows()
    for content_type in _content_types():
        languages = by_type.get(content_type.pk)
        if languages:
            model = content_type.model_class()
            pages = model.for_search_index(model.objects.filter(pk__in=languages).order_by("pk"))
            for page in pages:
                _add(rows, page, languages[page.pk])
    return rows


def _add(rows, page, language):
    """Add a page's rows; one that cannot say what it holds is not found, and harms no other."""
    try:
        rows.add(page, language)
    except Exception:
        logger.exception("Page %s cannot be indexed.", page.pk)


def _tell_elasticsearch(words: list[WordRow], gone: list[int]) -> None:
    """Write to Elasticsearch; a failure is logged, without content, and waits for a rebuild."""
    engine = elasticsearch_engine()
    if engine is None:
        return
    try:
        engine.replace(words)
        engine.delete(gone)
    except EngineUnavailable as error:
        page_ids = [row.id for row in words] + gone
        logger.warning(
            "Elasticsearch (%s) lacks the pages %s until update_index runs.", error, page_ids
        )
