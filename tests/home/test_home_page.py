"""The home page of each language."""

import re

import pytest
from django.db import DatabaseError, connection
from django.test.utils import CaptureQueriesContext

from core import identity
from home.models import HomePage
from resources.models import CaseStudyPage, LibraryPage, Topic


def test_a_new_hub_opens_with_its_sections(client, db):
    html = client.get("/en/").text
    assert "Guides" in html and "Published initiatives" in html


def test_a_home_page_that_bears_the_hubs_name_is_titled_by_it_once(client, home):
    home.title = identity.name()
    home.save_revision().publish()
    assert _title(client.get("/en/")) == identity.name()
    home.title = "Better care"
    home.save_revision().publish()
    assert _title(client.get("/en/")) == f"Better care – {identity.name()}"


def _title(response):
    return " ".join(re.search("<title>(.*?)</title>", response.text, re.DOTALL)[1].split())


def test_what_is_new_is_shown_with_the_newest_first(client, guide, initiative):
    latest = client.get("/en/").context["latest"]
    assert {hit.title for hit in latest} <= {"Write an aim", "Fewer infections"}


def test_topics_in_use_are_named_in_the_reader_s_language_or_the_nearest(client, library, hindi):
    library.guide("Keep a baby warm", topics=["newborn-care"])
    library.term("topics", "unused")
    translated = Topic.objects.get(slug="newborn-care").copy_for_translation(hindi)
    translated.name = "नवजात देखभाल"
    translated.save()

    def named(home):
        return [(topic["name"], topic["lang"]) for topic in client.get(home).context["topics"]]

    assert named("/en/") == [("Newborn-care", "en")]
    library.section("hi")
    assert named("/hi/") == [("नवजात देखभाल", "hi")]


def test_sections_of_one_kind_are_not_each_given_the_total_of_both(client, library, home):
    library.guide("Keep a baby warm")
    assert [each["total"] for each in client.get("/en/").context["sections"]][0] == 1
    more = LibraryPage(title="More guides", slug="more-guides", holds="guide", locale=home.locale)
    home.add_child(instance=more)
    totals = {each["title"]: each["total"] for each in client.get("/en/").context["sections"]}
    assert totals["Guides"] == totals["More guides"] == 0


def test_what_did_not_work_stands_beside_what_did(client, library):
    for outcome in ("worked", "did_not_work", "mixed", ""):
        library.initiative(f"Tried: {outcome}", outcome=outcome)
    context = client.get("/en/").context
    assert [hit.title for hit in context["worked"]] == ["Tried: worked"]
    assert {hit.title for hit in context["taught"]} == {"Tried: did_not_work", "Tried: mixed"}


def test_a_made_up_case_is_marked_and_stands_among_nothing_that_teams_tried(client, library):
    case = CaseStudyPage(title="Made up", outcome="did_not_work", is_illustrative=True)
    library.publish(case)
    library.publish(CaseStudyPage(title="Real", outcome="did_not_work"))
    response = client.get("/en/")
    assert [hit.title for hit in response.context["taught"]] == ["Real"]
    assert {hit.title for hit in response.context["latest"]} == {"Made up", "Real"}
    assert response.text.count(">Illustrative</span>") == 1
    found = client.get("/en/search/?q=made").text
    assert found.count(">Illustrative</span>") == 1


def test_the_way_leads_through_the_guides_of_each_step_in_the_nearest_language(client, library):
    first = library.guide("Find a problem", pocqi_step=1)
    library.guide("Sustain", pocqi_step=4)
    library.guide("Besides")
    library.translation(first, "hi", "समस्या खोजें")

    def way(home):
        steps = client.get(home).context["steps"]
        return [(step["number"], [guide.title for guide in step["guides"]]) for step in steps]

    assert way("/en/") == [(1, ["Find a problem"]), (4, ["Sustain"])]
    assert way("/hi/") == [(1, ["समस्या खोजें"]), (4, ["Sustain"])]


def test_a_draft_is_on_no_part_of_the_home_page(client, library):
    guide = library.guide("Hidden", pocqi_step=1, topics=["newborn-care"])
    with library.committed():
        guide.unpublish()
    context = client.get("/en/").context
    assert not context["steps"] and not context["latest"] and not context["topics"]
    assert "Hidden" not in client.get("/en/").text


def test_a_section_says_how_much_it_holds(client, library):
    library.initiative("One")
    library.initiative("Another", outcome="worked")
    sections = client.get("/en/").context["sections"]
    assert {s["holds"]: s["total"] for s in sections if s["holds"]}["initiative"] == 2


def test_the_home_page_keeps_its_budget_of_queries(client, library):
    library.guide("Find a problem", pocqi_step=1, topics=["newborn-care"])
    library.initiative("One", outcome="worked")
    client.get("/en/")
    with CaptureQueriesContext(connection) as queries:
        client.get("/en/")
    assert len(queries) <= 12, [query["sql"] for query in queries]


def test_an_unpublished_section_is_not_shown(client, guides):
    guides.unpublish()
    assert "guides" not in [section["holds"] for section in client.get("/en/").context["sections"]]


def test_there_is_one_home_page_for_each_language(home):
    assert not HomePage.can_create_at(home.get_parent())


def test_sections_stand_below_home_pages_only(home, guides):
    assert LibraryPage.can_create_at(home)
    assert not LibraryPage.can_create_at(guides)


@pytest.mark.django_db
def test_the_home_page_opens_while_search_is_broken(client):
    def refuse(execute, sql, params, many, context):
        if "search_entry" in sql:
            raise DatabaseError("gone")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(refuse):
        response = client.get("/en/")
    assert response.status_code == 200
    assert response.context["latest"] == []
