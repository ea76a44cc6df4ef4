"""Work on many pages, done outside the request that caused it."""

from django_tasks import task

from resources.models.filing import FILING

from .indexing import index_pages, searchable_ids


@task()
def index_below(path: str) -> None:
    """Make the rows anew of all pages at `path` of the tree and below."""
    index_pages(searchable_ids(path))


@task()
def index_these(page_ids: list[int]) -> None:
    """Make the rows of these pages anew."""
    index_pages(page_ids)


@task()
def index_filed_under(model_name: str, translation_key: str) -> None:
    """Make the rows anew of all pages filed under a term, in whatever language it is named."""
    page_ids = [
        page_id
        for relation, model, _facet in FILING.values()
        if model.__name__ == model_name
        for page_id in relation.objects.filter(term__translation_key=translation_key).values_list(
            "page_id", flat=True
        )
    ]
    index_pages(page_ids)
