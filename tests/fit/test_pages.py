"""A reader states a setting and sees how one resource stands to it."""

import re
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from resources.models import (
    Equipment,
    InitiativePage,
    ResourceEquipment,
    ResourceRole,
    TeamRole,
)

STATED = "here_level=primary&here_role=nurses&here_country=LK"


@pytest.fixture
def terms(english):
    """A role and a piece of equipment; the role has a name in Hindi."""
    nurses = TeamRole.objects.create(name="Nurses", slug="nurses", locale=english)
    return nurses, Equipment.objects.create(name="Pulse oximeter", slug="oximeter", locale=english)


@pytest.fixture
def record(initiatives, publish, terms):
    """A published initiative that says what it takes, but not where it was."""
    nurses, oximeter = terms
    page = InitiativePage(title="Warm babies", slug="warm", summary="A.", care_level="secondary")
    page.team_roles = [ResourceRole(term=nurses)]
    page.equipment = [ResourceEquipment(term=oximeter)]
    return publish(initiatives, page)


def test_the_form_asks_what_resources_say_and_leads_to_results_by_fit(client, terms):
    html = client.get("/en/fit/").text
    for parameter in ("level", "country", "role", "equipment", "caseload"):
        assert f'name="here_{parameter}"' in html
    assert 'action="/en/search/"' in html
    assert 'name="sort" value="fit"' in html.replace("\n", " ")
    assert "Pulse oximeter" in html


def test_the_form_carries_the_question_along_and_keeps_what_is_stated(client, terms):
    html = client.get(f"/en/fit/?q=oxygen&topic=a&page=3&next=/en/guides/&{STATED}").text
    assert 'action="/en/guides/"' in html
    assert '<input type="hidden" name="q" value="oxygen">' in html
    assert '<input type="hidden" name="topic" value="a">' in html
    assert 'type="hidden" name="page"' not in html
    assert 'type="hidden" name="here_' not in html
    assert len(re.findall(r"\sselected>", html)) == 2
    assert len(re.findall(r"\schecked>", html)) == 1


@pytest.mark.parametrize("away", ["//evil.example/", "https://evil.example/", "javascript:1", "x"])
def test_the_form_leads_to_no_other_site(client, db, away):
    assert 'action="/en/search/"' in client.get("/en/fit/", {"next": away}).text


def test_a_record_shows_what_fits_what_is_missing_and_what_nobody_says(client, record):
    for path in (f"/en/fit/{record.pk}/", f"/en/fit/{record.pk}/reasons/"):
        response = client.get(f"{path}?{STATED}&here_equipment=none")
        words = " ".join(response.text.split())
        for field, of_the_record, verdict in [
            ("Level of care", "Secondary care", "Different"),
            ("Countries", "", "Not stated"),
            ("Team", "Nurses", "Fits"),
            ("Equipment", "Pulse oximeter", "Missing"),
        ]:
            said, told = words.split(f"<dt>{field}</dt>")[1].split('<span class="pill">')[:2]
            assert of_the_record in said and told.startswith(f"{verdict}<")
        assert "no-store" in response["Cache-Control"]


def test_a_term_is_named_in_the_readers_language(client, record, terms, hindi):
    copy = terms[0].copy_for_translation(hindi)
    copy.name = "नर्सें"
    copy.save()
    assert "नर्सें</bdi>" in client.get(f"/hi/fit/{record.pk}/reasons/?{STATED}").text


def test_the_page_of_a_record_is_the_same_for_every_reader(client, record):
    plain = client.get(record.url)
    assert f'data-reasons="/en/fit/{record.pk}/reasons/"' in plain.text
    assert client.get(f"{record.url}?{STATED}").text == plain.text


def test_what_a_record_takes_stands_among_its_facts(client, record):
    html = client.get(record.url).text
    assert "Pulse oximeter" in html
    assert "?equipment=" not in html


def test_a_resource_that_says_nothing_of_where_is_not_compared(client, guide):
    assert "/fit/" not in client.get(guide.url).text
    assert client.get(f"/en/fit/{guide.pk}/").status_code == 404


@pytest.mark.parametrize("hide", ["unpublish", "restrict", "home"])
def test_what_readers_may_not_see_is_not_there(client, record, home, hide):
    if hide == "unpublish":
        record.unpublish()
    elif hide == "restrict":
        PageViewRestriction.objects.create(page=record, restriction_type="login")
    shown = home.pk if hide == "home" else record.pk
    for path in (f"/en/fit/{shown}/", f"/en/fit/{shown}/reasons/", "/en/fit/999999999/"):
        assert client.get(f"{path}?{STATED}").status_code == 404


def test_the_reasons_cost_few_queries(client, record):
    client.get(f"/en/fit/{record.pk}/reasons/?{STATED}")
    with CaptureQueriesContext(connection) as queries:
        client.get(f"/en/fit/{record.pk}/reasons/?{STATED}")
    assert len(queries) <= 4


def test_the_script_is_small():
    script = Path(settings.STATICFILES_DIRS[0], "js", "fit.js").read_bytes()
    assert len(brotli.compress(script)) < 1100
