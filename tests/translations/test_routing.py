"""A page is served under its own language only, and what is missing is offered elsewhere."""

from datetime import timedelta

import pytest
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.models import Page, PageViewRestriction


@pytest.fixture
def hindi_guide(guide, hindi):
    """The guide, its section and the home page in Hindi."""
    for page in (guide.get_parent().get_parent(), guide.get_parent()):
        copy = page.specific.copy_for_translation(hindi)
        copy.save_revision().publish()
    copy = guide.copy_for_translation(hindi)
    copy.title = "उद्देश्य लिखें"
    copy.save_revision().publish()
    return copy


def test_a_translation_keeps_the_address_of_its_source(hindi_guide, client):
    response = client.get("/hi/guides/write-an-aim/")
    assert response.status_code == 200
    assert "उद्देश्य लिखें" in response.text
    assert '<html lang="hi" dir="ltr"' in response.text


def test_without_a_hindi_home_there_is_no_hindi_page_in_english(client, guide):
    response = client.get("/hi/")
    assert response.status_code == 404
    assert '<html lang="hi"' in response.text


def test_an_alias_in_another_language_is_no_page_of_that_language(client, guide, hindi):
    guide.copy_for_translation(hindi, copy_parents=True, alias=True)
    response = client.get("/hi/guides/write-an-aim/")
    assert response.status_code == 404
    assert [offer["lang"] for offer in response.context["offers"]] == ["en"]


def test_an_alias_in_the_same_language_is_read_where_it_stands(client, guide, initiatives):
    guide.create_alias(parent=initiatives)
    assert client.get("/en/initiatives/write-an-aim/").status_code == 200


def test_an_expired_page_is_not_served_though_nobody_has_unpublished_it(client, guide):
    Page.objects.filter(pk=guide.pk).update(expire_at=timezone.now() - timedelta(seconds=1))
    assert client.get("/en/guides/write-an-aim/").status_code == 404


def test_a_page_that_is_missing_in_a_language_is_offered_in_one_that_has_it(client, guide):
    response = client.get("/hi/guides/write-an-aim/")
    assert response.status_code == 404
    assert 'href="/en/guides/write-an-aim/"' in response.text
    assert "Write an aim" in response.text


def test_the_nearest_language_is_offered_first(client, hindi_guide):
    offers = client.get("/ne/guides/write-an-aim/").context["offers"]
    assert [offer["lang"] for offer in offers] == ["hi", "en"]


def test_a_draft_or_restricted_page_is_offered_nowhere(client, guide):
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    assert not client.get("/hi/guides/write-an-aim/").context["offers"]
    guide.unpublish()
    assert not client.get("/hi/guides/write-an-aim/").context["offers"]
    assert client.get("/en/guides/write-an-aim/").status_code == 404


def test_a_restricted_page_asks_to_sign_in_and_is_not_cached(client, guide):
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    response = client.get("/en/guides/write-an-aim/")
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize(
    ("wished", "leads_to"),
    [("hi,en;q=0.5", "/hi/"), ("ne", "/hi/"), ("de", "/en/"), ("ar", "/en/"), ("", "/en/")],
)
def test_the_root_leads_to_the_nearest_language_with_a_live_home(
    client, hindi_guide, wished, leads_to
):
    response = client.get("/", headers={"Accept-Language": wished})
    assert response["Location"] == leads_to
    assert "Accept-Language" in response["Vary"]


def test_the_switcher_says_which_languages_a_page_exists_in(client, hindi_guide):
    languages = client.get("/en/guides/write-an-aim/").context["languages"]()
    exist = {language["code"]: language["url"] for language in languages if language["exists"]}
    assert exist == {"en": "/en/guides/write-an-aim/", "hi": "/hi/guides/write-an-aim/"}
    missing = next(language for language in languages if language["code"] == "ta")
    assert missing["url"] == "/ta/guides/write-an-aim/"


def test_search_is_there_in_every_language_with_what_was_asked(client, hindi_guide):
    response = client.get("/hi/search/?q=%E0%A4%A6%E0%A5%87%E0%A4%96&type=guide")
    languages = {each["code"]: each for each in response.context["languages"]()}
    assert all(each["exists"] for each in languages.values())
    assert languages["en"]["url"] == "/en/search/?q=%E0%A4%A6%E0%A5%87%E0%A4%96&type=guide"
    with override("hi"):
        assert gettext("Not in these languages yet. The nearest page is:") not in response.text


def test_the_switcher_of_a_missing_page_leads_to_where_it_is(client, guide, hindi_guide):
    languages = client.get("/ne/guides/write-an-aim/").context["languages"]()
    exist = {language["code"]: language["url"] for language in languages if language["exists"]}
    assert exist == {"en": "/en/guides/write-an-aim/", "hi": "/hi/guides/write-an-aim/"}


def test_an_address_that_a_view_does_not_know_exists_in_no_language(client, guide):
    languages = client.get("/en/fit/999999/").context["languages"]()
    assert not any(language["exists"] for language in languages)


def test_what_a_view_without_a_language_does_not_know_is_not_looked_for_in_one(client, guide):
    assert client.get("/documents/999/gone/").status_code == 404


def test_a_page_names_its_versions_for_search_engines(client, hindi_guide, settings):
    settings.SITE_URL = "https://hub.example.org"
    html = client.get("/hi/guides/write-an-aim/").text
    for code in ("en", "hi"):
        address = f"https://hub.example.org/{code}/guides/write-an-aim/"
        assert f'hreflang="{code}" href="{address}"' in " ".join(html.split())
    assert 'rel="canonical" href="https://hub.example.org/hi/guides/write-an-aim/"' in html


def test_a_slug_is_the_same_in_every_language_however_the_source_changes(hindi_guide, guide):
    assert hindi_guide.slug == guide.slug


@pytest.mark.parametrize(
    "address", ["/en/" + "x/" * 300, "/en/%00/", "/en/guides/%2e%2e/", "/xx/", "/en/../../etc/"]
)
def test_a_hostile_address_is_not_found_and_breaks_nothing(client, guide, address):
    assert client.get(address, follow=True).status_code == 404


def test_every_content_language_has_its_own_not_found_page(client, guide, settings):
    for code, _name in settings.LANGUAGES:
        assert f'<html lang="{code}"' in client.get(f"/{code}/nothing-here/").text
