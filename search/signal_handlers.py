"""What editors do, followed by search.

Work begins after the transaction has committed and with objects fetched afresh: a page's
filing is saved after the page itself, so that anything earlier would miss it.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import post_page_move

from core.searchable import Searchable
from core.signals import pages_written
from resources.models.filing import FILING

from . import following_documents, tasks
from .indexing import forget_deleted, index_pages, remove_hidden
from .models import Change, Entry, EntryFacet


def page_saved(instance, **kwargs):
    """Follow every publication, withdrawal and change: each of them saves the page."""
    if isinstance(instance, Page) and (
        isinstance(instance, Searchable) or Entry.objects.filter(pk=instance.pk).exists()
    ):
        # A partial has no name, and Django wants to log one when a robust callback fails.
        transaction.on_commit(lambda: index_pages([instance.pk]), robust=True)


def entry_deleted(instance, **kwargs):
    """Forget the words of an entry that went with its page."""
    forget_deleted(instance.pk)


def tree_changed(path):
    """Hide at once what readers may no longer see below `path`; show the rest in good time."""
    remove_hidden(path)
    tasks.index_below.enqueue(path)


def page_moved(instance, **kwargs):
    """Follow a page, and all below it, into another section, which may be restricted."""
    Change.objects.record([instance.pk])
    transaction.on_commit(partial(tree_changed, instance.path))


def restriction_changed(instance, **kwargs):
    """Follow a view restriction that was set, changed or lifted."""
    transaction.on_commit(partial(tree_changed, instance.page.path))


def bulk_written(page_ids, **kwargs):
    """Follow writers that bypass the signals of pages."""
    transaction.on_commit(lambda: index_pages(page_ids), robust=True)


def term_saved(sender, instance, created, **kwargs):
    """Follow a term whose name or address part changed, on all pages filed under it."""
    if not created:
        key = str(instance.translation_key)
        transaction.on_commit(partial(tasks.index_filed_under.enqueue, sender.__name__, key))


def term_deleted(sender, instance, **kwargs):
    """Follow a term that was deleted, and with it its place on pages."""
    facet = next(facet for _relation, model, facet in FILING.values() if model is sender)
    filed = EntryFacet.objects.filter(facet_value__name=facet, facet_value__value=instance.slug)
    page_ids = list(filed.values_list("entry_id", flat=True))
    if page_ids:
        transaction.on_commit(partial(tasks.index_these.enqueue, page_ids))


def connect():
    """Connect everything above; called once, when the app is ready."""
    post_save.connect(page_saved, dispatch_uid="search.page_saved")
    post_delete.connect(entry_deleted, Entry, dispatch_uid="search.entry_deleted")
    post_page_move.connect(page_moved, dispatch_uid="search.page_moved")
    pages_written.connect(bulk_written, dispatch_uid="search.bulk_written")
    for signal in (post_save, post_delete):
        signal.connect(
            restriction_changed, PageViewRestriction, dispatch_uid="search.restriction_changed"
        )
    following_documents.connect()
    for _relation, model, _facet in FILING.values():
        post_save.connect(term_saved, model, dispatch_uid=f"search.saved.{model.__name__}")
        post_delete.connect(term_deleted, model, dispatch_uid=f"search.deleted.{model.__name__}")
