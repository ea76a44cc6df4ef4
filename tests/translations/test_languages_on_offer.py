"""An installation offers the languages that its administrator has ticked, and English always."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Locale

from core import identity
from core.models import SiteIdentity
from core.visibility import open_pages, public_pages
from search.asking import SearchRequest
from search.query import run
from search.suggestions import suggest

GUIDE = "guides/write-an-aim/"


@pytest.fixture
def offer(db):
    """Return a function that ticks languages; None ticks all."""

    def choose(*codes):
        setting = SiteIdentity.load()
        setting.languages = None if codes == (None,) else list(codes)
        setting.full_clean()
        setting.save()

    return choose


@pytest.fixture
def guide(guide, home, django_capture_on_commit_callbacks):
    """The guide in English, Hindi and Tamil, with the pages above it, as search knows them."""
    with django_capture_on_commit_callbacks(execute=True):
        guide.save_revision().publish()
        for code, title in (("hi", "उद्देश्य लिखें"), ("ta", "நோக்கத்தை எழுதுங்கள்")):
            locale = Locale.objects.get(language_code=code)
            for page in (home, guide.get_parent().specific, guide):
                copy = page.copy_for_translation(locale)
                if page is guide:
                    copy.title = title
                copy.save_revision().publish()
    return guide


def test_a_hub_as_it_comes_offers_every_language(db):
    assert len(identity.offered()) == 12
    assert identity.withheld() == []


def test_english_is_offered_whatever_is_ticked(offer):
    offer()
    assert [language.code for language in identity.offered()] == ["en"]


def test_a_language_without_a_locale_is_not_offered(db):
    Locale.objects.get(language_code="th").delete()
    assert identity.withheld() == ["th"]


def test_a_page_in_a_language_switched_off_is_not_served_and_not_lost(client, guide, offer):
    assert client.get(f"/ta/{GUIDE}").status_code == 200
    offer("hi")
    assert client.get(f"/ta/{GUIDE}").status_code == 404
    offer("hi", "ta")
    assert "நோக்கத்தை எழுதுங்கள்" in client.get(f"/ta/{GUIDE}").text


def test_who_asks_for_it_is_told_in_english_where_to_read(client, guide, offer):
    offer("hi")
    response = client.get(f"/ta/{GUIDE}")
    assert '<html lang="en" dir="ltr"' in response.text
    assert response.headers["Content-Language"] == "en"
    assert [each["url"] for each in response.context["offers"]] == [f"/en/{GUIDE}", f"/hi/{GUIDE}"]


def test_the_nearest_language_on_offer_answers(client, guide, offer):
    offer("hi")
    response = client.get(f"/ne/{GUIDE}")
    assert '<html lang="hi"' in response.text
    assert [each["lang"] for each in response.context["offers"]] == ["hi", "en"]


@pytest.mark.parametrize("name", ["feed", "search", "search_suggest"])
def test_nothing_else_is_served_in_it(client, guide, offer, name):
    address = reverse(name).replace("/en/", "/ta/")
    assert client.get(address).status_code == 200
    offer("hi")
    assert client.get(address).status_code == 404


def test_no_page_leads_to_it(client, guide, offer):
    offer("hi")
    response = client.get(f"/en/{GUIDE}")
    assert [each["code"] for each in response.context["languages"]()] == ["en", "hi"]
    assert "/ta/" not in response.text
    assert "/ta/" not in client.get("/sitemap.xml").text


@pytest.mark.parametrize(
    ("wished", "leads_to"),
    [
        ("ta", "/en/"),
        ("hi", "/hi/"),
        ("ne", "/hi/"),
        ("ta,hi-IN;q=0.8", "/hi/"),
        ("ta,en,hi", "/en/"),
    ],
)
def test_the_root_leads_to_a_language_on_offer(client, guide, offer, wished, leads_to):
    offer("hi")
    assert client.get("/", headers={"Accept-Language": wished})["Location"] == leads_to


def test_an_address_without_a_language_is_led_to_one_on_offer(client, guide, offer):
    lead = client.get(f"/{GUIDE}", headers={"Accept-Language": "ta"})
    assert lead["Location"] == f"/ta/{GUIDE}"
    offer("hi")
    lead = client.get(f"/{GUIDE}", headers={"Accept-Language": "ta"})
    assert lead["Location"] == f"/en/{GUIDE}"


def test_search_finds_counts_and_suggests_only_what_is_on_offer(guide, offer):
    def found():
        results = run(SearchRequest("en", "", page_size=50))
        (languages,) = (facet for facet in results.facets if facet.name == "language")
        return {option.value: option.count for option in languages.options}

    assert found() == {"en": 1, "hi": 1, "ta": 1}
    assert suggest("நோக்கத்தை", "en")
    offer("hi")
    assert found() == {"en": 1, "hi": 1}
    assert not suggest("நோக்கத்தை", "en")
    assert run(SearchRequest("ta", "நோக்கத்தை")).total == 0


def test_what_is_published_meanwhile_is_found_when_the_language_is_on_again(
    guide, offer, django_capture_on_commit_callbacks
):
    offer("hi")
    tamil = guide.get_translation(Locale.objects.get(language_code="ta"))
    with django_capture_on_commit_callbacks(execute=True):
        tamil.title = "புதிய தலைப்பு"
        tamil.save_revision().publish()
    offer("hi", "ta")
    assert [hit.id for hit in run(SearchRequest("ta", "தலைப்பு")).hits] == [tamil.pk]


def test_a_page_can_be_prepared_and_previewed_before_its_language_is_offered(
    client, guide, offer, django_user_model
):
    offer("hi")
    client.force_login(django_user_model.objects.create_superuser("administrator"))
    tamil = guide.get_translation(Locale.objects.get(language_code="ta")).specific
    preview = tamil.make_preview_request()
    assert preview.status_code == 200
    assert "நோக்கத்தை எழுதுங்கள்" in preview.text


def test_pages_are_public_only_in_languages_on_offer(guide, offer):
    versions = guide.get_translations(inclusive=True)
    offer("hi")
    assert {page.locale.language_code for page in public_pages(versions)} == {"en", "hi"}
    assert {page.locale.language_code for page in open_pages(versions)} == {"en", "hi", "ta"}


def test_withholding_languages_costs_no_query(client, guide, offer):
    def cost():
        client.get(f"/en/{GUIDE}")
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/en/{GUIDE}")
        return len(queries)

    before = cost()
    offer("hi")
    assert cost() == before


def test_all_ticked_is_kept_as_all_there_are_and_a_later_one_joins(client, django_user_model):
    field = SiteIdentity._meta.get_field("languages").formfield()
    codes = [code for code, _name in field.choices]
    assert len(codes) == 11 and "en" not in codes
    assert field.prepare_value(None) == codes
    assert field.clean(codes) is None
    assert field.clean(["hi"]) == ["hi"]
    assert field.clean([]) == []
