import pytest

from tests.search.library import Library


@pytest.fixture
def library(db, settings, django_capture_on_commit_callbacks):
    """An empty library whose public pages the home page and the topic pages show."""
    settings.ELASTICSEARCH_URL = ""
    return Library(django_capture_on_commit_callbacks)
