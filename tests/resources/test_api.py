"""The API for other programs: of public pages, and of nothing else."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core.models import SiteIdentity
from resources.models import CaseStudyPage, GuidePage, InitiativePage

LISTING = "/api/v2/pages/"
ALL_FIELDS = {
    "resources.GuidePage": "*",
    "resources.InitiativePage": "*",
    "resources.CaseStudyPage": "*",
    "wagtailcore.Page": "*",
}


@pytest.fixture
def ask(client):
    """Return a function that asks for a list and gives the answer's JSON."""

    def get(**parameters):
        response = client.get(LISTING, parameters)
        assert response.status_code == 200, response.content
        return response.json()

    return get


@pytest.fixture
def titles(ask):
    """Return a function that asks for a list and gives the titles in it."""
    return lambda **parameters: [item["title"] for item in ask(**parameters)["items"]]


@pytest.fixture
def leaks(client):
    """Return a function that tells whether a word stands in any answer of the API."""

    def stand(word):
        answers = [
            client.get(LISTING, {"type": kind, "fields": fields, "limit": 20}).content.decode()
            for kind, fields in ALL_FIELDS.items()
        ]
        answers += [
            client.get(f"{LISTING}{pk}/", {"fields": "*"}).content.decode()
            for pk in Page.objects.values_list("pk", flat=True)
        ]
        found = client.get(LISTING, {"search": word}).json()
        return word in " ".join(answers).casefold() or found["meta"]["total_count"] > 0

    return stand


@pytest.fixture
def secret(guides, publish):
    """A published guide that tests hide; its word stands nowhere else."""
    return publish(guides, GuidePage(title="Bilirubin", slug="b", summary="Of bilirubin."))


def test_a_public_page_is_listed_found_and_shown(secret, ask, client, leaks):
    assert leaks("bilirubin")
    (item,) = ask(type="resources.GuidePage", search="bilirubin", fields="summary")["items"]
    assert item["summary"] == "Of bilirubin."
    assert item["meta"]["html_url"].endswith("/en/guides/b/")
    shown = client.get(f"{LISTING}{secret.pk}/").json()
    assert shown["title"] == "Bilirubin" and shown["meta"]["locale"] == "en"


def test_a_draft_is_not_there(guides, leaks):
    guides.add_child(instance=GuidePage(title="Bilirubin", slug="b", summary="x", live=False))
    assert not leaks("bilirubin")


def test_words_of_unpublished_changes_are_not_there(guide, leaks):
    guide.title = guide.summary = "Bilirubin"
    guide.save_revision()
    assert not leaks("bilirubin")


def test_what_was_published_before_is_not_there(secret, leaks):
    secret.title = secret.summary = "Other"
    secret.save_revision().publish()
    assert not leaks("bilirubin")


def test_an_unpublished_page_is_not_there(secret, leaks):
    secret.unpublish()
    assert not leaks("bilirubin")


def test_an_expired_page_is_not_there(secret, leaks):
    secret.expire_at = timezone.now() - datetime.timedelta(minutes=1)
    secret.save()
    assert not leaks("bilirubin")


@pytest.mark.parametrize("above", [False, True])
def test_a_restricted_page_is_not_there_even_for_editors(secret, leaks, admin_client, above, ask):
    page = secret.get_parent() if above else secret
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert not leaks("bilirubin")
    assert admin_client.get(f"{LISTING}{secret.pk}/").status_code == 404
    assert admin_client.get(LISTING, {"search": "bilirubin"}).json()["items"] == []


def test_an_alias_is_not_there(secret, guides, home, ask):
    secret.create_alias(parent=home, update_slug="other")
    assert ask(search="bilirubin")["meta"]["total_count"] == 1


def test_a_language_that_is_not_offered_is_not_there(secret, home, hindi, leaks, client):
    home.copy_for_translation(hindi).save_revision().publish()
    secret.get_parent().copy_for_translation(hindi).save_revision().publish()
    copy = secret.copy_for_translation(hindi)
    copy.title = copy.summary = "kernicterus"
    copy.save_revision().publish()
    assert leaks("kernicterus")
    setting = SiteIdentity.load()
    setting.languages = ["ta"]
    setting.save()
    assert not leaks("kernicterus")


@pytest.mark.parametrize(
    ("model", "section"), [(InitiativePage, "initiatives"), (CaseStudyPage, "case_studies")]
)
def test_an_anonymous_facility_is_not_there(request, publish, leaks, model, section):
    page = publish(
        request.getfixturevalue(section),
        model(
            title="A ward", slug="w", summary="x", facility_name="Hillside", facility_place="Valley"
        ),
    )
    assert leaks("hillside") and leaks("valley")
    page.facility_is_anonymous = True
    page.save_revision().publish()
    assert not leaks("hillside") and not leaks("valley")


def test_pages_are_listed_by_language(secret, home, hindi, titles, client):
    home.copy_for_translation(hindi).save_revision().publish()
    secret.get_parent().copy_for_translation(hindi).save_revision().publish()
    copy = secret.copy_for_translation(hindi)
    copy.title, copy.summary = "नवजात शिशुओं का पीलिया", "पीलिया"
    copy.save_revision().publish()
    assert titles(type="resources.GuidePage", locale="hi") == [copy.title]
    assert titles(search="शिशु", locale="hi") == [copy.title]
    assert titles(search="bilirubin", locale="hi") == titles(search="शिशु", locale="en") == []
    assert client.get(LISTING, {"locale": "xx"}).status_code == 404


def test_a_resource_says_what_it_is_filed_under(initiative, ask):
    (item,) = ask(type="resources.InitiativePage", fields="*")["items"]
    assert item["topic"] == [] and item["resource_type"] == "initiative"
    assert {"facility", "outcome", "doi", "countries"} <= item.keys()
    assert not {"facility_name", "body", "contributors"} & item.keys()


@pytest.mark.parametrize(
    "query",
    [
        "facility_name=x",
        "fields=facility_name",
        "fields=latest_revision",
        "order=facility_name",
        "owner=1",
        "live=false",
        "site=x",
        "limit=1000",
        "limit=-1",
        "offset=99999999999999999999",
        "search=x&search_operator=nor",
        "type=accounts.User",
        "type=resources.InitiativePage&published_on=never",
        "child_of=99999999999999999999",
        "id=%00",
    ],
)
def test_what_means_nothing_here_is_refused(initiative, client, query):
    assert client.get(f"{LISTING}?{query}").status_code == 400


@pytest.mark.parametrize("query", ["search=%00", "search=%22*", "search=", "search=" + "x" * 3000])
def test_any_text_can_be_searched_for(initiative, client, query):
    assert client.get(f"{LISTING}?{query}").json()["items"] == []


def test_an_answer_is_not_kept_nor_changed(initiative, client):
    assert client.get(LISTING)["Cache-Control"] == "private, no-cache"
    assert client.post(LISTING).status_code == client.delete(f"{LISTING}1/").status_code == 405


def test_a_list_costs_the_same_however_long_it_is(
    initiatives, publish, client, django_assert_max_num_queries
):
    for number in range(4):
        publish(initiatives, InitiativePage(title="Ward", slug=f"w{number}", summary="x"))
    with django_assert_max_num_queries(16):
        client.get(LISTING, {"type": "resources.InitiativePage", "search": "ward", "fields": "*"})
