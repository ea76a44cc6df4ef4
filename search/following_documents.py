"""What editors do to documents and their collections, followed by search.

Rows of pages say which documents the pages attach. Where words must not be found any longer, few
pages are made anew while the editor waits; of many, all are taken out at once, and come back one
by one.
"""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail import hooks
from wagtail.models import Collection, CollectionViewRestriction

from core.models import HubDocument
from core.signals import document_read

from . import tasks
from .indexing import index_pages, remove_pages
from .models import EntryPart

# A page with a long document takes about a second.
_WHILE_WAITING = 20


def documents_changed(documents) -> None:
    """Make the rows anew of all pages that attach these documents (a queryset, or their ids)."""
    page_ids = sorted(
        set(EntryPart.objects.filter(document_id__in=documents).values_list("entry_id", flat=True))
    )
    if len(page_ids) <= _WHILE_WAITING:
        index_pages(page_ids)
        return
    remove_pages(page_ids)
    tasks.index_these.enqueue(page_ids)


def document_changed(instance, **kwargs):
    """Follow a document that got another title, file or collection, or was deleted."""
    document_id = instance.pk
    # A partial has no name, and Django wants to log one when a robust callback fails.
    transaction.on_commit(lambda: documents_changed([document_id]), robust=True)


def documents_moved(request, action_type, objects, action):
    """Follow documents that were put into another collection all at once, without signals."""
    document_ids = [document.pk for document in objects if isinstance(document, HubDocument)]
    if document_ids:
        transaction.on_commit(partial(documents_changed, document_ids))


def text_changed(document_id, **kwargs):
    """Follow a document that was read."""
    documents_changed([document_id])


def collection_changed(instance, **kwargs):
    """Follow a collection that may have been moved."""
    transaction.on_commit(partial(_below_changed, instance.pk))


def restriction_changed(instance, **kwargs):
    """Follow a collection that was closed to some, or opened again."""
    transaction.on_commit(partial(_below_changed, instance.collection_id))


def _below_changed(collection_id):
    found = Collection.objects.filter(pk=collection_id).first()
    if found:
        below = HubDocument.objects.filter(collection__path__startswith=found.path)
        documents_changed(below.values("pk"))


def connect():
    """Connect everything above; called once, when the app is ready."""
    hooks.register("after_bulk_action", documents_moved)
    document_read.connect(text_changed, dispatch_uid="search.document_read")
    post_save.connect(collection_changed, Collection, dispatch_uid="search.collection_changed")
    for signal in (post_save, post_delete):
        signal.connect(document_changed, HubDocument, dispatch_uid="search.document_changed")
        signal.connect(
            restriction_changed,
            CollectionViewRestriction,
            dispatch_uid="search.collection_restricted",
        )
