"""Topic pages: a story for readers, with nothing in it that readers may not see."""

import re
from datetime import date
from xml.etree import ElementTree

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from resources.models import Topic

ADDRESS = "/en/topics/newborn-care/"
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
ALTERNATE = "{http://www.w3.org/1999/xhtml}link"


@pytest.fixture
def topic(library):
    """The topic "Newborn care", with a description."""
    term = library.term("topics", "newborn-care", "Newborn care")
    term.description = "Care in the first weeks of life."
    term.save()
    return term


@pytest.fixture
def hindi_topic(topic, hindi):
    translated = topic.copy_for_translation(hindi)
    translated.name, translated.description = "नवजात देखभाल", ""
    translated.save()
    return translated


def told(client, address=ADDRESS):
    """Return the titles that a topic page shows, by part."""
    context = client.get(address).context
    return {
        "guides": [hit.title for hit in context["guides"]],
        "tried": {
            group["outcome"]: [hit.title for hit in group["hits"]] for group in context["tried"]
        },
    }


def test_a_topic_leads_from_guides_to_what_was_tried_by_outcome(library, topic, client):
    library.guide("Keep a baby warm", topics=["newborn-care"])
    for outcome in ("did_not_work", "worked", ""):
        library.initiative(f"Tried: {outcome}", outcome=outcome, topics=["newborn-care"])
    library.guide("Count hands", topics=["measurement"])
    assert told(client) == {
        "guides": ["Keep a baby warm"],
        "tried": {
            "worked": ["Tried: worked"],
            "did_not_work": ["Tried: did_not_work"],
            "": ["Tried: "],
        },
    }
    html = client.get(ADDRESS).text
    assert "Care in the first weeks of life." in html
    assert "Search 4 resources on this topic" in html
    assert "?topic=newborn-care" in html and "Count hands" not in html


def test_parts_with_nothing_in_them_are_left_out(library, topic, client):
    library.guide("Keep a baby warm", topics=["newborn-care"])
    html = client.get(ADDRESS).text
    assert re.findall(r'<h2[^>]* id="([^"]+)"', html) == ["guides"]


def test_countries_of_the_topic_are_named_and_lead_to_the_search(library, topic, client):
    library.initiative("Warmth", countries=["LK", "IN"], topics=["newborn-care"])
    library.initiative("Elsewhere", countries=["NP"], topics=["measurement"])
    countries = client.get(ADDRESS).context["countries"]
    assert [country["name"] for country in countries] == ["India", "Sri Lanka"]
    assert countries[0]["url"] == "/en/search/?topic=newborn-care&country=IN"


def test_drafts_restricted_and_expired_pages_are_never_told_of(library, topic, client):
    draft, restricted, expired = (
        library.guide(title, topics=["newborn-care"], countries=["NP"])
        for title in ("Draft", "Restricted", "Expired")
    )
    with library.committed():
        draft.unpublish()
        PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    expired.expire_at = timezone.now()
    with library.committed():
        expired.save_revision().publish()
    response = client.get(ADDRESS)
    assert response.status_code == 200
    assert response.context["total"] == 0 and not response.context["countries"]
    assert not re.search("Draft|Restricted|Expired|Nepal", response.text)
    assert "Nothing has been filed under this topic yet." in response.text


def test_a_resource_is_told_of_once_in_the_nearest_language(library, topic, client):
    english = library.guide("Keep a baby warm", topics=["newborn-care"])
    library.translation(english, "hi", "शिशु को गरम रखें")
    library.guide("Only in English", topics=["newborn-care"])
    assert told(client, "/hi/topics/newborn-care/")["guides"] == [
        "शिशु को गरम रखें",
        "Only in English",
    ]
    assert told(client)["guides"] == ["Keep a baby warm", "Only in English"]


def test_guides_come_in_the_editors_order_and_what_was_tried_with_the_newest_first(
    library, topic, client
):
    for number in (1, 2):
        library.guide(f"Guide {number}", topics=["newborn-care"])
        library.initiative(
            f"Year {number}", published_on=date(2020 + number, 1, 1), topics=["newborn-care"]
        )
    assert told(client) == {
        "guides": ["Guide 1", "Guide 2"],
        "tried": {"": ["Year 2", "Year 1"]},
    }


def test_name_and_description_say_which_language_they_are_in(library, hindi_topic, client):
    html = client.get("/hi/topics/newborn-care/").text
    assert '<h1 lang="hi" dir="ltr">नवजात देखभाल</h1>' in html
    assert re.search(r'lang="en"\s+dir="ltr">Care in the first weeks of life.</p>', html)
    html = client.get("/ur/topics/newborn-care/").text
    assert '<html lang="ur" dir="rtl">' in html
    assert '<h1 lang="hi" dir="ltr">नवजात देखभाल</h1>' in html


def test_an_unknown_topic_is_not_found(client, db):
    assert client.get("/en/topics/no-such-topic/").status_code == 404


def test_a_topic_names_its_languages_to_search_engines(library, hindi_topic, client, settings):
    library.guide("Keep a baby warm", topics=["newborn-care"])
    html = client.get(ADDRESS).text
    assert f'<link rel="canonical" href="{settings.SITE_URL}{ADDRESS}">' in html
    for code in ("en", "hi"):
        assert f'href="{settings.SITE_URL}/{code}/topics/newborn-care/"' in html
    assert f"{settings.SITE_URL}/fr/topics" not in html


def test_the_sitemap_lists_topics_in_use_in_each_language_that_names_them(
    library, hindi_topic, client, settings
):
    library.term("topics", "unused")
    library.guide("Keep a baby warm", topics=["newborn-care"])
    sitemap = ElementTree.fromstring(client.get("/sitemap.xml").content)
    entries = [url for url in sitemap if "/topics/" in url.find(LOCATION).text]
    expected = [f"{settings.SITE_URL}/{code}/topics/newborn-care/" for code in ("en", "hi")]
    assert [entry.find(LOCATION).text for entry in entries] == expected
    assert [link.get("href") for link in entries[0].iter(ALTERNATE)] == expected


def test_resources_and_the_home_page_lead_to_the_topic(library, topic, client):
    guide = library.guide("Keep a baby warm", topics=["newborn-care"])
    assert f'href="{ADDRESS}"' in client.get(guide.url).text
    assert f'href="{ADDRESS}"' in client.get("/en/").text


def test_a_topic_costs_the_same_queries_for_few_and_for_many(library, topic, client):
    def queries():
        client.get(ADDRESS)
        with CaptureQueriesContext(connection) as captured:
            client.get(ADDRESS)
        return len(captured)

    library.guide("Keep a baby warm", topics=["newborn-care"], countries=["IN"])
    few = queries()
    for number in range(15):
        library.initiative(f"Number {number}", topics=["newborn-care"], countries=["IN", "NP"])
    assert queries() == few <= 12


def test_a_topic_opens_while_search_is_broken(topic, client):
    def refuse(execute, sql, params, many, context):
        if "search_entry" in sql:
            raise DatabaseError("gone")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        response = client.get(ADDRESS)
    assert response.status_code == 200
    assert "Care in the first weeks of life." in response.text


def test_a_topic_that_nobody_has_described_still_has_a_page(library, client):
    Topic.objects.filter(slug="measurement").delete()
    library.term("topics", "measurement", "Measurement")
    assert "<h1" in client.get("/en/topics/measurement/").text
