"""Wagtail's search in a real Elasticsearch finds words as that in the database does."""

import uuid

import pytest
from django.core.management import call_command
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Not, Phrase, PlainText

from core.models import HubDocument
from resources.models import GuidePage

from .library import Library

TITLES = {
    "en": "Small babies and infections",
    "hi": "नवजात शिशुओं की देखभाल",
    "th": "การดูแลทารกแรกเกิด",
    "ar": "رِعَايَةُ الأطفال",
    "fr": "Les soins à l’hôpital",
}


@pytest.fixture
def ask(db, settings, elasticsearch_url, django_capture_on_commit_callbacks):
    """Return a function that searches guides, one of each language, and a tagged document."""
    library = Library(django_capture_on_commit_callbacks)
    for language, title in TITLES.items():
        library.guide(title, "oxygen", language=language)
    document = HubDocument.objects.create(title="Checklist", file="a.txt")
    document.tags.add("wards")
    settings.WAGTAILSEARCH_BACKENDS = {
        **settings.WAGTAILSEARCH_BACKENDS,
        "other": {
            "BACKEND": "search.backends.elasticsearch",
            "URLS": [elasticsearch_url],
            "INDEX_PREFIX": f"test-{uuid.uuid4().hex}-",
            "AUTO_UPDATE": False,
        },
    }
    call_command("update_index", "--backend", "other", verbosity=0)
    yield lambda query, model=GuidePage.objects, kind="search", **options: {
        found.title for found in getattr(model, kind)(query, backend="other", **options)
    }
    for index in get_search_backend("other").all_indexes():
        for real in index.aliased_indices():
            real.delete()


def test_words_are_found_in_every_language_as_in_the_database(ask):
    for typed, language in {
        "infection": "en",
        "शिशु": "hi",
        "ทารก": "th",
        "رعاية": "ar",
        "hopital": "fr",
    }.items():
        assert ask(typed) == ask(typed, kind="autocomplete") == {TITLES[language]}
    assert ask("शश") == ask("!!!") == set()
    assert ask("oxygen") == set(TITLES.values())
    assert ask("oxygen", fields=["title"]) == set()
    french = GuidePage.objects.filter(locale__language_code="fr").first().locale_id
    assert ask("oxygen", GuidePage.objects.filter(locale=french)) == {TITLES["fr"]}
    assert ask("oxygen babies", operator="and") == {TITLES["en"]}
    assert ask(Phrase("small baby")) == {TITLES["en"]}
    assert ask(Phrase("babies small")) == ask(Phrase("!")) == set()
    assert ask(PlainText("oxygen") & Not(PlainText("infection"))) == set(TITLES.values()) - {
        TITLES["en"]
    }
    assert ask("infec", kind="autocomplete") == {TITLES["en"]}
    assert ask("infec") == ask("hi", kind="autocomplete") == set()
    assert ask("ward", HubDocument.objects) == {"Checklist"}
    assert ask("infection", Page.objects) == {TITLES["en"]}
