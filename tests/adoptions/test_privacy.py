"""What is to stay unknown leaves nowhere: an anonymous facility, and who reported."""

import datetime
import logging
import re

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from adoptions import anonymity
from adoptions.choices import Status
from adoptions.ladder import ladder
from adoptions.models import Adoption
from adoptions.reading import published_on
from resources.models import InitiativePage

SECRET = {"facility": "Hidden Hospital", "district": "Hiddendistrict", "region": "Hiddenstate"}
EMAIL = "nurse@example.org"


def everything(client, page):
    """Return all that readers get to see of a record and its adoptions."""
    key = page.translation_key
    paths = [page.url, f"/en/adoptions/{key}/", f"/en/adoptions/{key}/new/"]
    return "".join(client.get(path).text for path in paths)


def test_an_anonymous_facility_is_known_by_its_country_alone(client, initiative, adopt):
    adopt(initiative, **SECRET, facility_is_anonymous=True, contact_email=EMAIL)
    shown = everything(client, initiative)
    assert "Hidden" not in shown and EMAIL not in shown
    assert "India" in shown and "A facility that stays anonymous" in shown


def test_counts_do_not_tell_where_an_anonymous_facility_is(initiative, adopt):
    adopt(initiative, **SECRET)
    adopt(initiative, **SECRET, facility_is_anonymous=True)
    adopt(initiative, **{**SECRET, "district": "Elsewhere"}, facility_is_anonymous=True)
    rows = published_on(initiative.translation_key, "en")
    assert [rung.number for rung in ladder(rows, ["IN"])] == [3, 3, 1, 1, 1, 0]


def test_what_is_read_for_readers_holds_no_secret(initiative, adopt):
    adopt(initiative, **SECRET, facility_is_anonymous=True, contact_email=EMAIL)
    (row,) = published_on(initiative.translation_key, "en")
    assert "Hidden" not in str(row) and EMAIL not in str(row)


def test_a_facility_that_its_own_record_keeps_anonymous_stays_so(client, initiative, other, adopt):
    adopt(initiative, **SECRET, own_record_key=other.translation_key)
    assert "Hidden Hospital" in everything(client, initiative)
    other.facility_is_anonymous = True
    other.save_revision().publish()
    assert "Hidden" not in everything(client, initiative)


def test_words_that_name_the_facility_are_refused_and_kept_in_the_form(client, initiative):
    given = {
        **{"country": "IN", "facility": "Hidden Hospital", "facility_is_anonymous": "on"},
        "changed": "At the hidden  hospital we began.",
    }
    response = client.post(f"/en/adoptions/{initiative.translation_key}/new/", given)
    assert "changed" in response.context["form"].errors
    assert given["changed"] in response.text
    with pytest.raises(ValidationError):
        Adoption(
            record_key=initiative.translation_key,
            **{
                **given,
                "facility_is_anonymous": True,
                "changed": "Fine.",
                "happened": "HIDDEN HOSPITAL",
            },
        ).clean()


def test_no_browser_stores_what_was_sent(client, initiative):
    address = f"/en/adoptions/{initiative.translation_key}/new/"
    given = {"country": "IN", "facility": "Hidden Hospital", "facility_is_anonymous": "on"}
    answers = [
        client.post(address, given),
        client.post(address, {**given, "changed": "Less paper."}),
        Client(enforce_csrf_checks=True).post(address, given),
    ]
    assert [answer.status_code for answer in answers] == [200, 302, 403]
    for answer in answers:
        assert "no-store" in answer["Cache-Control"] and "private" in answer["Cache-Control"]
    assert "no-store" not in client.get(address)["Cache-Control"]


@pytest.fixture
def anonymous_record(initiative):
    """The record that is adapted, of a facility that stays anonymous."""
    initiative.facility_name = "Hidden Hospital"
    initiative.facility_place = "Hiddendistrict"
    initiative.facility_other_names = "HIDH"
    initiative.facility_is_anonymous = True
    initiative.save_revision().publish()
    return initiative


TELLING = [
    {"facility": "Hidden hospital"},
    {"changed": "We learned it at HIDH."},
    {"happened": "Those of Hiddendistrict came to see it."},
]


@pytest.mark.parametrize("told", TELLING, ids=str)
def test_an_adoption_does_not_tell_the_facility_of_an_anonymous_record(
    client, anonymous_record, other, adopt, told
):
    adopt(anonymous_record, own_record_key=other.translation_key)
    adopt(anonymous_record, **told)
    adopt(other, **told)
    shown = everything(client, anonymous_record)
    assert not re.search("hidden hospital|hidh|hiddendistrict", shown, re.IGNORECASE)
    assert "Sites: 3" in shown


def test_no_page_of_a_tree_tells_what_another_keeps_back(
    client, anonymous_record, other, initiatives, publish, adopt
):
    third = publish(
        initiatives, InitiativePage(title="Warmer rooms", slug="warmer-rooms", summary="A ward.")
    )
    adopt(anonymous_record, own_record_key=other.translation_key)
    adopt(other, own_record_key=third.translation_key)
    adopt(third, changed="As in the Hidden Hospital.")
    for page in (anonymous_record, other, third):
        assert "Hidden" not in everything(client, page)
    top = publish(initiatives, InitiativePage(title="First", slug="first", summary="A ward."))
    adopt(top, own_record_key=anonymous_record.translation_key)
    adopt(top, changed="As in the Hidden Hospital.")
    assert "Hidden" not in everything(client, top)


def test_another_facility_may_be_in_the_place_of_an_anonymous_one(client, anonymous_record, adopt):
    adopt(anonymous_record, facility="Other hospital", district="Hiddendistrict")
    assert "Hiddendistrict" in client.get(anonymous_record.url).text


@pytest.mark.parametrize("told", TELLING, ids=str)
def test_a_moderator_is_told_and_whoever_tries_out_names_is_not(
    client, anonymous_record, adopt, told
):
    given = {"country": "IN", "changed": "Less.", **told}
    address = f"/en/adoptions/{anonymous_record.translation_key}/new/"
    assert client.post(address, given).status_code == 302
    report = Adoption.objects.get()
    with pytest.raises(ValidationError) as refused:
        anonymity.check_records(report)
    assert set(refused.value.message_dict) == set(told)


def test_an_anonymous_adoption_leads_to_no_record_that_may_name_its_facility(
    initiative, other, adopt
):
    report = adopt(initiative, facility_is_anonymous=True, own_record_key=other.translation_key)
    with pytest.raises(ValidationError):
        anonymity.check_records(report)
    assert published_on(initiative.translation_key, "en")[0].own_record is None
    other.facility_is_anonymous = True
    other.save_revision().publish()
    anonymity.check_records(report)
    assert published_on(initiative.translation_key, "en")[0].own_record.pk == other.pk


def test_a_name_in_the_history_tells_no_more_than_the_page(initiative, adopt):
    assert "Hidden" not in str(adopt(initiative, **SECRET, facility_is_anonymous=True))


@pytest.mark.parametrize("status", [Status.DECLINED, Status.WITHDRAWN])
def test_what_is_not_shown_keeps_no_address(initiative, adopt, status):
    adoption = adopt(initiative, contact_email=EMAIL)
    adoption.status = status
    adoption.save()
    assert Adoption.objects.get().contact_email == ""


def test_addresses_and_declined_reports_are_deleted_after_180_days(initiative, adopt):
    shown = adopt(initiative, contact_email=EMAIL)
    declined = adopt(initiative, status=Status.DECLINED)
    for days, address, kept in ((179, EMAIL, True), (181, "", False)):
        then = timezone.now() - datetime.timedelta(days=days)
        Adoption.objects.update(reported_at=then)
        call_command("tidy_adoptions")
        shown.refresh_from_db()
        assert shown.contact_email == address
        assert Adoption.objects.filter(pk=declined.pk).exists() is kept


def test_no_log_names_who_reported(client, initiative, caplog):
    with caplog.at_level(logging.DEBUG):
        given = {"country": "IN", "changed": "Less.", "contact_email": EMAIL}
        client.post(f"/en/adoptions/{initiative.translation_key}/new/", given)
        Adoption.objects.get().delete()
    logged = [record for record in caplog.records if not record.name.startswith("django.db")]
    assert EMAIL not in "".join(record.getMessage() for record in logged)
