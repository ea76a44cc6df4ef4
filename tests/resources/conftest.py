"""Places for resources that a new hub does not have yet."""

import pytest

from resources.models import LibraryPage, PodcastPage


@pytest.fixture
def case_studies(home, publish):
    """A section that holds case studies."""
    return publish(home, LibraryPage(title="Cases", slug="cases", holds="case_study"))


@pytest.fixture
def podcast(home, publish):
    """A podcast without episodes."""
    return publish(home, PodcastPage(title="Talks", slug="talks"))
