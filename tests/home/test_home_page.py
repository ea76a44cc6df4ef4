"""The home page of each language."""

import pytest
from django.db import DatabaseError, connection

from home.models import HomePage
from resources.models import LibraryPage, Topic


def test_a_new_hub_opens_with_its_sections(client, db):
    html = client.get("/en/").text
    assert "Guides" in html and "Published initiatives" in html


def test_what_is_new_is_shown_with_the_newest_first(client, guide, initiative):
    latest = client.get("/en/").context["latest"]
    assert {hit.title for hit in latest} <= {"Write an aim", "Fewer infections"}


def test_topics_are_named_in_the_reader_s_language_or_the_nearest(client, english, hindi, db):
    topic = Topic.objects.create(name="Newborn care", slug="newborn-care", locale=english)
    topic.copy_for_translation(hindi).save()
    topics = client.get("/en/").context["topics"]
    assert [(topic["name"], topic["lang"]) for topic in topics] == [("Newborn care", "en")]


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
