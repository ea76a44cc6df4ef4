"""Work that is done outside of the request that caused it."""

from django_tasks import task

from core.extraction import keeping


@task()
def read_document(document_id: int) -> None:
    """Read a document, so that search finds its words."""
    keeping.read(document_id)


def read_unread():
    """Have the documents read that no worker has read, or finished reading."""
    for document_id in keeping.unread():
        read_document.enqueue(document_id)
