"""How often pages are read is counted by day, and nothing is kept that tells who read."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from translations.models import PageVisits, TranslationState
from translations.visits import log

READER = {"User-Agent": "Mozilla/5.0 (Linux; Android 10)"}


@pytest.fixture(autouse=True)
def nothing_waits(db):
    """Leave no counts of other tests' readers in this one's, nor the other way round.

    Those of others may have been written too, by the thread that writes behind the answers.
    """
    log.clear()
    PageVisits.objects.all().delete()
    yield
    log.clear()


def visited(page, visits, days_ago=0):
    day = timezone.localdate() - timedelta(days=days_ago)
    PageVisits.objects.create(page=page.pk, day=day, visits=visits)


def visits_of(page, language):
    state = TranslationState.objects.get(
        source__translation_key=page.translation_key, locale__language_code=language
    )
    return state.visits


def test_a_page_that_is_read_is_counted_after_the_answer(guide, client, django_assert_num_queries):
    for _ in range(3):
        assert client.get(guide.url, headers=READER).status_code == 200
    with django_assert_num_queries(0):
        log.flush_when_due()
    assert not PageVisits.objects.exists()
    log.flush()
    client.get(guide.url, headers=READER)
    log.flush()
    counted = PageVisits.objects.get()
    assert (counted.page, counted.day, counted.visits) == (guide.pk, timezone.localdate(), 4)


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; SomeBot/2.1)"},
        {**READER, "Cookie": "sessionid=anything"},
        {**READER, "Sec-Purpose": "prefetch"},
    ],
    ids=["a robot", "somebody signed in", "a browser that looks ahead"],
)
def test_who_is_no_reader_is_not_counted(guide, client, headers):
    client.get(guide.url, headers=headers)
    assert log.clear() == {}


def test_what_is_not_there_and_what_is_only_a_draft_is_not_counted(guide, client):
    client.get(f"{guide.url}nothing/", headers=READER)
    guide.unpublish()
    client.get(guide.url, headers=READER)
    assert log.clear() == {}


def test_a_language_counts_its_own_readers_and_without_a_version_the_sources(translated, hindi):
    visited(translated, 5)
    visited(translated, 6, days_ago=29)
    visited(translated, 70, days_ago=30)
    visited(translated.get_translation(hindi), 2)
    call_command("tidy_visits")
    assert (visits_of(translated, "hi"), visits_of(translated, "th")) == (2, 11)


def test_visits_outlive_a_change_of_the_source(translated, edit):
    visited(translated, 5)
    call_command("tidy_visits")
    edit(translated, summary="Before and after every touch.")
    assert visits_of(translated, "th") == 5


def test_counts_of_long_ago_are_forgotten(guide):
    visited(guide, 1, days_ago=400)
    visited(guide, 1, days_ago=401)
    call_command("tidy_visits")
    assert PageVisits.objects.count() == 1
