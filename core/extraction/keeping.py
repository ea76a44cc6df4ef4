"""Keeping the text of documents in step with their files."""

import logging
from functools import partial

from django.db import transaction

from core.models import DocumentText, HubDocument, TextState
from core.signals import document_read

from . import reading

logger = logging.getLogger(__name__)


def follow(document: HubDocument) -> bool:
    """Note that the file of a document is to be read, if it is another one than before.

    What was read of an earlier file is forgotten at once. Returns whether there is something to
    read.
    """
    if document.file_extension not in reading.KINDS:
        DocumentText.objects.filter(pk=document.pk).delete()
        return False
    unread = {"state": TextState.WAITING, "file_name": document.file.name, "passages": []}
    text, is_new = DocumentText.objects.get_or_create(document=document, defaults=unread)
    if not is_new and text.file_name == document.file.name:
        return False
    DocumentText.objects.filter(pk=document.pk).update(**unread)
    return True


def unread() -> list[int]:
    """Return the ids of documents that may not have been read, in order."""
    finished = set(TextState) - {TextState.WAITING}
    documents = HubDocument.objects.exclude(text__state__in=finished).order_by("pk")
    return [document.pk for document in documents if document.file_extension in reading.KINDS]


def read(document_id: int) -> str | None:
    """Read a document and keep its text; return what came of it, a value of `TextState`.

    None where the document is gone, or of a kind that is not read. A file that is not there is a
    damaged one.
    """
    document = HubDocument.objects.filter(pk=document_id).first()
    if document is None or document.file_extension not in reading.KINDS:
        return None
    follow(document)
    try:
        with document.file.open("rb") as file:
            found = reading.read(file, document.file_extension)
    except OSError:
        found = reading.Reading(TextState.DAMAGED)
    _keep(document, found)
    return found.state


def _keep(document, found):
    """Keep what was found, unless the document has got another file meanwhile, or is gone."""
    with transaction.atomic():
        kept = DocumentText.objects.filter(pk=document.pk, file_name=document.file.name)
        if not kept.update(state=found.state, passages=found.passages):
            return
        tell = partial(document_read.send, sender=DocumentText, document_id=document.pk)
        transaction.on_commit(tell)
    if found.state not in {TextState.READ, TextState.EMPTY}:
        logger.warning("Document %s could not be read: %s.", document.pk, found.state)
