"""What search is told of the documents that belong to a page."""

from core.models import HubDocument
from core.searchable import ATTACHMENT, SearchPart
from core.visibility import open_documents


def parts_of(document_ids) -> tuple[SearchPart, ...]:
    """Return the parts for these documents, in their order, at the cost of one query.

    What not everybody may download has a part without title, address and text.
    """
    if not document_ids:
        return ()
    found = open_documents(HubDocument.objects.select_related("text")).in_bulk(document_ids)
    return tuple(_part(pk, found.get(pk)) for pk in dict.fromkeys(document_ids))


def _part(pk, document):
    if document is None:
        return SearchPart(ATTACHMENT, (), document_id=pk)
    text = getattr(document, "text", None)
    passages = tuple((page or None, words) for page, words in text.passages) if text else ()
    return SearchPart(ATTACHMENT, passages, document.title, document.url, pk)
