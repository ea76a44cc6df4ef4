"""A synthesis says what the records on its topics say now, in every language alike."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, PageViewRestriction

from resources.models import (
    CaseStudyPage,
    InitiativePage,
    LibraryPage,
    ResourceTopic,
    SynthesisPage,
    Topic,
)

pytestmark = pytest.mark.django_db
RISE = {
    "name": "Babies held skin to skin",
    "reported": [{"what": "Before", "value": "20%"}, {"what": "After", "value": "80%"}],
}


@pytest.fixture
def topic(english):
    return Topic.objects.create(name="Kangaroo care", slug="kangaroo-care", locale=english)


@pytest.fixture
def section(home, publish):
    return publish(home, LibraryPage(title="Syntheses", slug="syntheses", holds="synthesis"))


@pytest.fixture
def record(initiatives, topic, publish):
    """Return a function that publishes a record on the topic."""

    def publish_record(title, parent=initiatives, model=InitiativePage, topics=(topic,), **facts):
        slug = title.lower().replace(" ", "-")
        page = model(title=title, slug=slug, summary="Tried.", **facts)
        page.topics = [ResourceTopic(term=term) for term in topics]
        return publish(parent, page)

    return publish_record


@pytest.fixture
def synthesis(section, topic, publish):
    """Return a function that publishes a synthesis on the topic."""

    def publish_synthesis(**words):
        page = SynthesisPage(title="Skin to skin", slug="skin", summary="Together.", **words)
        page.topics = [ResourceTopic(term=topic)]
        return publish(section, page)

    return publish_synthesis


def read(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def counts(client, page):
    """Return {outcome: the numbers that stand beside it} as a reader sees them."""
    table = read(client, page).find(id="_outcomes").find_next("table")
    rows = [row.find_all(["th", "td"]) for row in table.tbody.find_all("tr")]
    return {
        head.get_text(strip=True): [int(cell.get_text()) for cell in cells] for head, *cells in rows
    }


def records_shown(client, page):
    return [cell.a.get_text() for cell in read(client, page).select("#_effects ~ div tbody th")]


def graded(**others):
    return {
        "certainty": "low",
        "certainty_reason": "One ward before and after.",
        "certainty_by": "A. Editor",
        "certainty_on": date(2026, 1, 5),
        **others,
    }


def test_records_are_counted_by_outcome_and_failures_stand_among_them(client, record, synthesis):
    record("Chairs", outcome="worked")
    record("Posters", outcome="did_not_work")
    record("Talks", outcome="did_not_work")
    record("Sheets")
    page = synthesis()
    assert counts(client, page) == {
        "Worked": [1],
        "Worked, but was not sustained": [0],
        "Mixed results": [0],
        "Did not work": [2],
        "The record does not say": [1],
    }


def test_cycles_are_counted_by_their_own_outcome(client, record, synthesis):
    ends = ("worked", "did_not_work", "did_not_work", "")
    cycles = [("cycle", {"title": "A test", **{"outcome": outcome, "plan": "", "prediction": "", "do": "", "study": "", "act": "", "next_step": "", "why": ""}}) for outcome in ends]
    record("Chairs", outcome="worked", cycles=cycles)
    shown = counts(client, synthesis())
    assert shown["Worked"] == [1, 1]
    assert shown["Did not work"] == [0, 2]
    assert shown["The record does not say"] == [0, 1]
