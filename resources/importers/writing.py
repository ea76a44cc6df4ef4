"""A plan carried out. Everything here runs inside the caller's transaction."""

import datetime
from collections.abc import Sequence

from django.utils import timezone
from wagtail.models import Page

from resources.models import LibraryPage, ResourcePage
from resources.models.filing import FILING

from . import bulk, tree
from .bindings import Binding
from .planning import Change
from .validation import CleanRecord


def create(
    records: Sequence[CleanRecord], section: LibraryPage, publish: bool
) -> list[ResourcePage]:
    """Creates the page of each record below the section and returns the pages."""
    now = timezone.now()
    pages = [record.page for record in records]
    tree.place(section, pages)
    for page in pages:
        _set_state(page, now, publish)
        page.latest_revision_created_at = now
    bulk.insert_pages(pages)
    revisions = bulk.add_revisions(pages, now)
    bulk.point_to_revisions([page.pk for page in pages], now, live=publish)
    bulk.add_history(pages, revisions, [record.fingerprints for record in records], publish)
    return pages


def _set_state(page: ResourcePage, now: datetime.datetime, live: bool) -> None:
    page.live = live
    page.has_unpublished_changes = not live
    if live:
        page.first_published_at = page.first_published_at or now
        page.last_published_at = now


def update(changes: Sequence[Change], bindings: dict[str, Binding]) -> list[ResourcePage]:
    """Writes changed pages, live or as drafts, and returns those whose public version changed."""
    for goes_live in (True, False):
        group = [change for change in changes if change.goes_live is goes_live]
        if group:
            _update_group(group, bindings, goes_live)
    return [change.page for change in changes if change.goes_live]


def _update_group(changes: Sequence[Change], bindings: dict[str, Binding], goes_live: bool) -> None:
    now = timezone.now()
    pages = [change.page for change in changes]
    for page in pages:
        page.draft_title = page.title
    if goes_live:
        for page in pages:
            _set_state(page, now, live=True)
        _write_columns(pages, {column for change in changes for column in change.columns}, bindings)
    Page.objects.bulk_update(pages, ["draft_title"], batch_size=bulk.BATCH)
    revisions = bulk.add_revisions(pages, now)
    bulk.point_to_revisions([page.pk for page in pages], now, live=goes_live)
    bulk.add_history(pages, revisions, [change.fingerprints for change in changes], goes_live)


def _write_columns(
    pages: Sequence[ResourcePage], columns: set[str], bindings: dict[str, Binding]
) -> None:
    attributes = {
        attribute for column in columns - FILING.keys() for attribute in bindings[column].attributes
    }
    if attributes:
        type(pages[0]).objects.bulk_update(pages, attributes, batch_size=bulk.BATCH)
    bulk.replace_filing(pages, [column for column in columns if column in FILING])
