"""The sections in the head of every page follow the tree."""

import pytest
from django.utils import translation
from wagtail.models import PageViewRestriction

from core import navigation


@pytest.fixture
def titles(rf):
    def titles_at(path="/en/"):
        with translation.override("en"):
            return [item["title"] for item in navigation.items(rf.get(path))]

    return titles_at


def test_live_sections_of_the_language_are_in_the_menu(guides, titles):
    assert titles() == ["Guides", "Published initiatives"]


def test_an_unpublished_section_leaves_the_menu_at_once(guides, titles):
    assert "Guides" in titles()
    guides.unpublish()
    assert "Guides" not in titles()


def test_a_renamed_section_shows_its_new_name_at_once(guides, titles):
    assert "Guides" in titles()
    guides.title = "How to"
    guides.save_revision().publish()
    assert "How to" in titles()


def test_a_restricted_section_is_not_in_the_menu(guides, titles):
    assert "Guides" in titles()
    PageViewRestriction.objects.create(page=guides, restriction_type="login")
    assert "Guides" not in titles()


def test_a_section_taken_out_of_menus_leaves_it_but_stays_on_the_trail(guides, titles, rf):
    guides.show_in_menus = False
    guides.save_revision().publish()
    assert "Guides" not in titles()
    with translation.override("en"):
        trail = navigation.trail(rf.get("/en/guides/write-an-aim/"))
    assert [step["title"] for step in trail] == ["QI Knowledge Hub", "Guides"]


def test_the_section_being_read_is_marked(guides, rf):
    with translation.override("en"):
        items = navigation.items(rf.get("/en/guides/write-an-aim/"))
    assert [item["current"] for item in items] == [True, False]
