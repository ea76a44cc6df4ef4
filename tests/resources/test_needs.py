"""What a resource takes: told to readers and programs, exported, translated and found."""

import pytest

from resources.models import (
    Equipment,
    InitiativePage,
    ResourceEquipment,
    ResourceRole,
    TeamRole,
)
from search.models import Entry
from tests.resources.exporting import goes_round


@pytest.fixture
def warm(initiatives, publish, english):
    """A published initiative that takes two roles and an oximeter."""
    roles = [
        TeamRole.objects.create(name=slug.capitalize(), slug=slug, locale=english, sort_order=order)
        for order, slug in enumerate(("nurses", "midwives"))
    ]
    oximeter = Equipment.objects.create(name="Pulse oximeter", slug="oximeter", locale=english)
    page = InitiativePage(title="Warm", slug="warm", summary="A ward.", source_id="x")
    page.caseload = "50_to_199"
    page.team_roles = [ResourceRole(term=role) for role in roles]
    page.equipment = [ResourceEquipment(term=oximeter)]
    return publish(initiatives, page)


@pytest.mark.parametrize("extension", ["csv", "xlsx", "ris", "bib"])
def test_needs_go_round(warm, tmp_path, extension):
    goes_round(tmp_path / f"out.{extension}")


def test_a_translation_keeps_them(warm, hindi):
    home = warm.get_parent().get_parent().copy_for_translation(hindi)
    home.save_revision().publish()
    section = warm.get_parent().copy_for_translation(hindi)
    section.save_revision().publish()
    copy = warm.copy_for_translation(hindi)
    copy.save_revision().publish()
    copy = InitiativePage.objects.get(pk=copy.pk)
    assert copy.caseload == warm.caseload
    for relation in ("team_roles", "equipment"):
        own, its = ([row.term for row in getattr(each, relation).all()] for each in (warm, copy))
        assert own == its != []


def test_programs_are_told(client, warm):
    found = client.get(f"/api/v2/pages/{warm.pk}/").json()
    assert (found["role"], found["equipment"]) == (["nurses", "midwives"], ["oximeter"])
    assert (found["caseload"], found["care_level"]) == ("50_to_199", "")


def test_search_holds_them_and_finds_them_by_name(client, warm, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        warm.save_revision().publish()
    filed = Entry.objects.get(pk=warm.pk).filed
    assert filed["role"] == ["nurses", "midwives"]
    assert filed["caseload"] == ["50_to_199"]
    assert filed["level"] == []
    assert client.get("/en/search/?q=oximeter&format=json").json()["total"] == 1
