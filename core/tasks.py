"""Work that is done outside of the request that caused it."""

from django_tasks import task

from core.extraction import keeping


@task()
def read_document(document_id: int) -> None:
    """Read a document, so that search finds its words."""
    keeping.read(document_id)
