"""A reader reports an adoption without an account, and loses nothing by a mistake."""

import re

import pytest
from django.test import Client

from adoptions import limiting
from adoptions.choices import Status
from adoptions.models import Adoption
from resources.models import CaseStudyPage, LibraryPage

GIVEN = {
    "country": "LK",
    "region": "Western Province",
    "district": "Colombo",
    "facility": "General hospital",
    "care_level": "secondary",
    "year": "2024",
    "changed": "We used a smaller kettle, and wrote on the wall when.",
    "happened": "It held for a year.",
    "outcome": "worked",
    "continued": "going",
    "contact_email": "nurse@example.org",
}


@pytest.fixture
def address(initiative):
    return f"/en/adoptions/{initiative.translation_key}/new/"


def test_a_report_waits_for_a_decision(client, initiative, address):
    response = client.post(address, GIVEN)
    thanks = f"/en/adoptions/{initiative.translation_key}/thanks/"
    assert (response.status_code, response.url) == (302, thanks)
    assert "An editor reads it" in client.get(thanks).text
    kept = Adoption.objects.get()
    assert {name: str(getattr(kept, name)) for name in GIVEN} == GIVEN
    assert kept.record_key == initiative.translation_key
    assert (kept.status, kept.language) == (Status.WAITING, "en")
    assert "smaller kettle" not in client.get(initiative.url).text


def test_a_report_needs_a_country_and_what_was_changed_and_no_more(client, address):
    client.post(address, {"country": "NP", "changed": "Less paper."})
    assert Adoption.objects.get().changed == "Less paper."


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("country", ""),
        ("country", "XX"),
        ("changed", " "),
        ("changed", "x" * 2001),
        ("changed", "a\x00b"),
        ("year", "last spring"),
        ("year", "20244"),
        ("contact_email", "nurse at example"),
        ("outcome", "triumph"),
        ("adapted_from", "1"),
    ],
)
def test_a_mistake_loses_nothing_that_was_typed(client, address, field, wrong, adopt, initiative):
    pk = adopt(initiative, status=Status.WAITING).pk if field == "adapted_from" else 0
    adopt(initiative)
    given = {**GIVEN, field: str(pk) if pk else wrong}
    response = client.post(address, given)
    assert response.status_code == 200
    form = response.context["form"]
    assert set(form.errors) == {field}
    assert not Adoption.objects.filter(region="Western Province").exists()
    assert {name: form[name].value() for name in given} == given
    for text in (GIVEN["region"], GIVEN["happened"]):
        assert text in response.text


def test_numbers_are_read_in_every_script(client, address):
    client.post(address, {**GIVEN, "year": "२०२३"})
    assert Adoption.objects.get().year == 2023


def test_the_words_are_kept_with_their_language(client, initiative, home, hindi):
    home.copy_for_translation(hindi).save_revision().publish()
    client.post(f"/hi/adoptions/{initiative.translation_key}/new/", GIVEN)
    assert Adoption.objects.get().language == "hi"


def test_an_adaptation_of_an_adaptation_is_chosen_by_its_link(client, initiative, address, adopt):
    parent = adopt(initiative, facility="First hospital")
    tree = client.get(f"/en/adoptions/{initiative.translation_key}/").text
    assert f"{address}?from={parent.pk}" in tree
    chosen = client.get(f"{address}?from={parent.pk}").context["form"]["adapted_from"].value()
    assert chosen == str(parent.pk)
    client.post(address, {**GIVEN, "adapted_from": parent.pk})
    assert Adoption.objects.get(status=Status.WAITING).adapted_from == parent


@pytest.mark.parametrize("odd", ["x", "%00", "99999999999999999999", "-1"])
def test_an_odd_address_shows_the_form(client, initiative, address, adopt, odd):
    adopt(initiative)
    assert client.get(f"{address}?from={odd}").status_code == 200
    assert client.get(f"/en/adoptions/{initiative.translation_key}/?page={odd}").status_code == 200


def test_a_program_that_fills_in_everything_is_refused_and_a_person_is_told(client, address):
    assert " hidden" in client.get(address).text
    response = client.post(address, {**GIVEN, "website": "https://spam.example"})
    assert "website" in response.context["form"].errors
    assert GIVEN["happened"] in response.text
    assert not Adoption.objects.exists()


def test_a_page_that_was_open_for_too_long_loses_nothing_and_can_be_sent_again(address):
    browser = Client(enforce_csrf_checks=True)
    response = browser.post(address, GIVEN)
    assert response.status_code == 403 and not Adoption.objects.exists()
    assert GIVEN["changed"] in response.text and "still here" in response.text
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.text)[1]
    again = browser.post(address, {**GIVEN, "csrfmiddlewaretoken": token})
    assert again.status_code == 302 and Adoption.objects.count() == 1


def test_too_many_from_one_address_wait_and_lose_nothing(client, address):
    for _number in range(limiting.MOST):
        assert client.post(address, GIVEN).status_code == 302
    response = client.post(address, GIVEN)
    assert response.status_code == 429
    assert GIVEN["happened"] in response.text
    assert Adoption.objects.count() == limiting.MOST
    elsewhere = client.post(address, GIVEN, headers={"X-Forwarded-For": "203.0.113.7"})
    assert elsewhere.status_code == 302


@pytest.mark.parametrize("part", ["", "new/", "thanks/"])
def test_what_is_no_public_record_has_no_adoptions(client, guide, initiative, part):
    assert client.get(f"/en/adoptions/{guide.translation_key}/{part}").status_code == 404
    address = f"/en/adoptions/{initiative.translation_key}/{part}"
    assert client.get(address).status_code == 200
    initiative.unpublish()
    assert client.get(address).status_code == 404


def test_nobody_adapts_a_case_that_was_made_up(client, home, publish):
    cases = publish(home, LibraryPage(title="Case studies", slug="case-studies"))
    told = {"title": "A case", "slug": "a-case", "summary": "Made up."}
    made_up = publish(cases, CaseStudyPage(**told, is_illustrative=True))
    assert client.get(f"/en/adoptions/{made_up.translation_key}/new/").status_code == 404
    assert "adoptions" not in client.get(made_up.url).text


def test_a_record_leads_to_its_adoptions_and_to_the_form(client, initiative, address, adopt):
    assert address in client.get(initiative.url).text
    adopt(initiative, facility="First hospital", outcome="did_not_work")
    text = client.get(initiative.url).text
    assert "<bdi>First hospital</bdi>" in text
    assert "Did not work" in text
    assert f"/en/adoptions/{initiative.translation_key}/" in text
