"""Rows of many pages at once.

`bulk_create` refuses models with a table of their parent's, and `Page.save` takes 38 ms a page,
so each table of the inheritance is filled here in turn. No signals are sent: what listens to them
is done afterwards, in `following`.
"""

import datetime
from collections.abc import Iterable, Sequence

from django.db import DEFAULT_DB_ALIAS, models
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Cast, Coalesce
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.models.content_types import get_default_page_content_type

from resources.models import ResourcePage
from resources.models.filing import FILING

from .history import ACTION

BATCH = 500


def insert_pages(pages: Sequence[ResourcePage]) -> None:
    """Inserts new, placed pages of one model with their child objects, and sets their keys."""
    model = type(pages[0])
    relations = [relation.get_accessor_name() for relation in get_all_child_relations(model)]
    # Asked for while the pages have no key, the lists are made in memory and not by a query.
    children = [getattr(page, name).get_object_list() for page in pages for name in relations]
    tables = [*reversed(model._meta.get_parent_list()), model]
    base, *others = tables
    for page, (key,) in zip(pages, _insert_rows(base, pages), strict=True):
        for table in tables:
            setattr(page, table._meta.pk.attname, key)
        page._state.adding = False
        page._state.db = DEFAULT_DB_ALIAS
    for table in others:
        _insert_rows(table, pages)
    insert_children(child for rows in children for child in rows)


def _insert_rows(table: type[models.Model], pages: Sequence[ResourcePage]) -> list[tuple]:
    """One row a page in the table of one class: what `bulk_create` does for a class alone.

    Returns what the database has filled in, which is the key of a class without a parent.
    """
    fields = [
        field
        for field in table._meta.local_concrete_fields
        if not isinstance(field, models.AutoField)
    ]
    return table._base_manager.get_queryset()._batched_insert(pages, fields, batch_size=BATCH)


def insert_children(children: Iterable[models.Model]) -> None:
    """Inserts child objects of pages that have their keys by now."""
    by_model: dict[type[models.Model], list[models.Model]] = {}
    for child in children:
        child.page_id = child.page.pk
        child.pk = None
        by_model.setdefault(type(child), []).append(child)
    for model, rows in by_model.items():
        model.objects.bulk_create(rows, batch_size=BATCH)


def replace_filing(pages: Sequence[ResourcePage], names: Iterable[str]) -> None:
    """Files existing pages under the terms that they have in memory."""
    for name in names:
        rows = [row for page in pages for row in getattr(page, name).get_object_list()]
        ids = [page.pk for page in pages]
        for start in range(0, len(ids), BATCH):
            FILING[name][0].objects.filter(page_id__in=ids[start : start + BATCH]).delete()
        insert_children(rows)


def add_revisions(pages: Sequence[ResourcePage], now: datetime.datetime) -> list[Revision]:
    """A revision of each page as it is in memory, the first one or the next."""
    base = get_default_page_content_type()
    return Revision.objects.bulk_create(
        [
            Revision(
                content_type_id=page.content_type_id,
                base_content_type=base,
                object_id=str(page.pk),
                created_at=now,
                content=page.serializable_data(),
                object_str=str(page),
            )
            for page in pages
        ],
        batch_size=BATCH,
    )


def point_to_revisions(page_ids: Sequence[int], now: datetime.datetime, live: bool) -> None:
    """Makes the newest revision of each page its latest one, and its live one if `live`."""
    newest = (
        Revision.objects.filter(
            base_content_type=get_default_page_content_type(),
            object_id=Cast(OuterRef("pk"), models.CharField()),
        )
        .order_by("-created_at", "-pk")
        .values("pk")[:1]
    )
    values = {"latest_revision": Subquery(newest), "latest_revision_created_at": now}
    if live:
        values |= {
            "live_revision": Subquery(newest),
            "live": True,
            "expired": False,
            "has_unpublished_changes": False,
            "last_published_at": now,
            "first_published_at": Coalesce(F("first_published_at"), now),
        }
    else:
        values["has_unpublished_changes"] = True
    for start in range(0, len(page_ids), BATCH):
        Page.objects.filter(pk__in=page_ids[start : start + BATCH]).update(**values)


def add_history(
    pages: Sequence[ResourcePage],
    revisions: Sequence[Revision],
    fingerprints: Sequence[dict[str, str]],
    live: bool,
) -> None:
    """An entry “imported” in each page's history, and one “published” if `live`."""
    entries = []
    for page, revision, marks in zip(pages, revisions, fingerprints, strict=True):
        common = {
            "content_type_id": page.content_type_id,
            "page_id": page.pk,
            "label": str(page),
            "timestamp": revision.created_at,
            "revision_id": revision.pk,
            "content_changed": True,
        }
        entries.append(PageLogEntry(action=ACTION, data={"fingerprints": marks}, **common))
        if live:
            entries.append(PageLogEntry(action="wagtail.publish", data={}, **common))
    PageLogEntry.objects.bulk_create(entries, batch_size=BATCH)
