"""What all tests share."""

import os
import socket

import pytest
from django.core.cache import cache
from django.utils import translation
from wagtail.models import Locale

from core.languages import SOURCE_LANGUAGE
from home.models import HomePage
from resources.models import GuidePage, InitiativePage, LibraryPage


@pytest.fixture(autouse=True)
def empty_cache():
    """Let no test see what another has left in the cache."""
    cache.clear()


@pytest.fixture(autouse=True)
def source_language():
    """Let no test speak the language in which another's reader was answered last."""
    translation.activate(SOURCE_LANGUAGE)


@pytest.fixture
def elasticsearch_url():
    """The address of a real node. At a desk without one the test is skipped, in CI it fails."""
    url = os.environ.get("ELASTICSEARCH_URL", "")
    if not url:
        if os.environ.get("REQUIRE_SERVICES") == "1":
            pytest.fail("ELASTICSEARCH_URL is not set, but REQUIRE_SERVICES=1 asks for a node.")
        pytest.skip("ELASTICSEARCH_URL is not set: no node to ask.")
    return url


@pytest.fixture
def english(db):
    return Locale.objects.get(language_code="en")


@pytest.fixture
def hindi(db):
    return Locale.objects.get(language_code="hi")


@pytest.fixture
def home(db):
    return HomePage.objects.get(locale__language_code="en")


@pytest.fixture
def publish(english):
    """Return a function that publishes a page under a parent and returns it."""

    def publish_page(parent, page):
        page.locale = parent.locale
        parent.add_child(instance=page)
        page.save_revision().publish()
        page.refresh_from_db()
        return page

    return publish_page


@pytest.fixture
def guides(home):
    """The section that holds guides."""
    return LibraryPage.objects.child_of(home).get(slug="guides")


@pytest.fixture
def initiatives(home):
    """The section that holds initiatives."""
    return LibraryPage.objects.child_of(home).get(slug="initiatives")


@pytest.fixture
def guide(guides, publish):
    """A short published guide."""
    return publish(
        guides, GuidePage(title="Write an aim", slug="write-an-aim", summary="One sentence.")
    )


@pytest.fixture
def initiative(initiatives, publish):
    """A published initiative with little more than a title."""
    return publish(
        initiatives,
        InitiativePage(title="Fewer infections", slug="fewer-infections", summary="A ward."),
    )


@pytest.fixture
def nobody_listens(settings):
    """A mail server that is down: a port that nobody listens at."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        settings.EMAIL_HOST, settings.EMAIL_PORT = free.getsockname()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
