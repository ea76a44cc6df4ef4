"""Every test of search runs on each engine: the database's own, and a real Elasticsearch."""

import uuid

import pytest

from search.asking import SearchRequest
from search.engines import elasticsearch_engine
from search.query import run

from .library import Library


@pytest.fixture(params=["database", "elasticsearch"])
def engine(request, settings):
    """The name of the engine that answers."""
    if request.param == "database":
        settings.ELASTICSEARCH_URL = ""
        yield request.param
        return
    settings.ELASTICSEARCH_URL = request.getfixturevalue("elasticsearch_url")
    settings.ELASTICSEARCH_INDEX_PREFIX = f"test-{uuid.uuid4().hex}"
    elasticsearch = elasticsearch_engine()
    elasticsearch.switch_to(elasticsearch.create_index())
    yield request.param
    elasticsearch.drop()


@pytest.fixture
def library(db, engine, django_capture_on_commit_callbacks):
    """An empty library, searched by `engine`."""
    return Library(django_capture_on_commit_callbacks)


@pytest.fixture
def search():
    """Return a function that searches: text, the reader's language, filters by name."""

    def ask(text="", reader="en", *, page=1, page_size=20, within=(), **filters):
        filters = {name: tuple(values) for name, values in filters.items()}
        return run(SearchRequest(reader, text, filters, within, page, page_size))

    return ask


@pytest.fixture
def titles(search):
    """Return a function that searches and gives the titles found, in order."""

    def ask(*args, **kwargs):
        return [hit.title for hit in search(*args, **kwargs).hits]

    return ask
