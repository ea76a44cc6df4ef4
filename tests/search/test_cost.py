"""What a page of results costs: SQL queries, and requests to Elasticsearch, counted."""

import datetime
import logging
import uuid

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.rich_text import RichText

from core.models import DocumentText
from resources.choices import Outcome
from resources.models import GuidePage, InitiativePage
from search.found import memory
from search.models import Promotion
from tests.core.documents import kept

RESOURCES = 100
LANGUAGES = ("en", "hi")
# What readers ask, in the ways that are answered differently.
QUESTIONS = {
    "a common word": "q=oxygen",
    "several words": "q=oxygen+ward+thermometer",
    "a misspelt word": "q=termometre",
    "two misspelt words": "q=termometre+oxigen",
    "a word nobody has": "q=xylophone",
    "an abbreviation": "q=SpO2",
    "a phrase without a word": 'q="ward+oxygen"+-thermometer',
    "what an attached document says": "q=bilirubin",
    "a promoted question": "q=oxygen+saturation",
    "filters": "q=oxygen&topic=infection&topic=feeding&language=en&language=hi&year=2015",
    "the last page": "q=oxygen&page=999",
    "a page far away": "q=oxygen&page=3",
    "what fits a setting first": "q=oxygen&sort=fit&here_country=IN&here_role=nurses&page=2",
}
MOST_QUERIES = {"database": 10, "elasticsearch": 8}


@pytest.fixture
def full_library(library, settings, tmp_path):
    """A hundred resources of two kinds, filed in every way, in two languages."""
    settings.MEDIA_ROOT = tmp_path
    for kind in (GuidePage, InitiativePage):
        for language in LANGUAGES:
            numbers = range(RESOURCES // 2)
            section = library.section(language)
            library.publish_many([page(library, kind, number) for number in numbers], section)
    attach(library, "bilirubin")
    guide = GuidePage.objects.first()
    Promotion.objects.create(questions="oxygen saturation", page=guide, reason="Begin here.")
    return library


def attach(library, words):
    """Publish a guide with a document that has been read and holds these words."""
    document = kept(b"", "chart.docx")
    DocumentText.objects.filter(pk=document.pk).update(state="read", passages=[[0, words]])
    library.publish(GuidePage(title="Charts", attachments=[("document", document)]))


def page(library, kind, number):
    key = uuid.uuid5(uuid.NAMESPACE_OID, f"{kind.__name__} {number}")
    text = "ward oxygen " + "thermometer " * (number % 2)
    made = kind(
        title=f"Oxygen {number}",
        translation_key=key,
        body=[("paragraph", RichText(f"<p>{text}</p>"))],
        countries=["IN", "NP"],
        published_on=datetime.date(2010 + number % 10, 1, 1),
    )
    if kind is InitiativePage:
        made.outcome = Outcome.values[number % len(Outcome.values)]
        made.doi = f"10.9999/ward.{number}"
    filing = {"topics": ["infection", "feeding"], "settings": ["nicu"], "audiences": ["nurses"]}
    taken = {"team_roles": ["nurses", "doctors"][: 1 + number % 2], "equipment": ["oximeter"]}
    library.file(made, {**filing, **taken, "methods": ["pdsa"]})
    return made


@pytest.fixture
def cost(client, caplog):
    """Return a function that asks, and gives the SQL queries and Elasticsearch requests made."""

    def ask(query):
        caplog.clear()
        log = caplog.at_level(logging.INFO, "elastic_transport.transport")
        with log, CaptureQueriesContext(connection) as queries:
            assert client.get(f"/en/search/?{query}").status_code == 200
        requests = [each for each in caplog.records if each.name == "elastic_transport.transport"]
        return [each["sql"] for each in queries], [each.getMessage() for each in requests]

    return ask


def test_a_page_of_results_costs_few_queries_and_one_request(full_library, engine, cost):
    costly = []
    for question, query in QUESTIONS.items():
        cache.clear()
        cold, _ = cost(query)
        memory.clear()
        warm, requests = cost(query)
        counted = f"{question}: {len(warm)} queries, {len(requests)} requests"
        print(f"{engine}, {counted}; {len(cold)} queries with the cache empty")
        if len(warm) > MOST_QUERIES[engine] or len(requests) != (engine == "elasticsearch"):
            costly.append("\n  ".join([counted, *requests, *warm]))
    assert not costly, "\n".join(costly)


def test_the_next_page_and_a_filter_ask_the_engine_no_more(full_library, cost):
    for _ in ("after the writing", "remembered"):
        cost("q=oxygen")
    for query in ("q=oxygen&page=2", "q=oxygen&topic=infection"):
        queries, requests = cost(query)
        assert not requests
        assert not [sql for sql in queries if "rank" in sql]
