"""What a synthesis is in files, search, programs and the admin, and what it tells nobody."""

import json

import pytest
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from resources.anonymity.keeping import NamesFacility
from resources.importers import common_changes
from resources.importers.identity import own_key
from resources.importers.record import Cell
from resources.models import SynthesisPage
from tests.resources.exporting import export, values_of
from tests.resources.importing import run_import
from tests.resources.synthesis.synthesis_pages import graded, read

pytestmark = pytest.mark.django_db


def test_what_is_exported_imports_to_the_same(record, synthesis, section, tmp_path):
    pages = [record("Chairs", doi="10.1000/chairs"), record("Posters")]
    hidden = record("Talks")
    page = synthesis(
        changes=[("change", {"change": "A place to sit", "records": [*pages, hidden]})], **graded()
    )
    hidden.unpublish()
    before = values_of(page)
    assert before["common_changes"] == [
        {"change": "A place to sit", "records": ["10.1000/chairs", own_key(pages[1])]}
    ]
    file = tmp_path / "syntheses.csv"
    export(file, "--type", "synthesis")
    page.delete()
    run_import(file, "--type", "synthesis", "--publish")
    (again,) = SynthesisPage.objects.all()
    after = values_of(again)
    assert {name: after[name] for name in before if name != "source_id"} == {
        name: value for name, value in before.items() if name != "source_id"
    }


@pytest.mark.parametrize(
    "records", ['["10.1000/nowhere"]', "[]", '"10.1000/chairs"', "[[1]]", "{}"]
)
def test_an_import_refuses_a_change_without_records_that_are_here(record, records):
    record("Chairs", doi="10.1000/chairs")
    with pytest.raises(ValidationError):
        common_changes.clean([Cell(f'[{{"change": "Chairs", "records": {records}}}]', 1)])


def test_programs_are_told_the_counts_and_the_grade_of_one_synthesis(client, record, synthesis):
    record("Chairs", outcome="worked")
    record("Posters")
    page = synthesis(**graded())
    told = client.get(f"/api/v2/pages/{page.pk}/").json()
    assert told["outcomes"] == {
        **dict.fromkeys(("not_sustained", "mixed", "did_not_work"), 0),
        "worked": 1,
        "not_stated": 1,
    }
    assert (told["certainty"], told["certainty_on"]) == ("low", "2026-01-05")
    listed = client.get("/api/v2/pages/", {"type": "resources.SynthesisPage", "fields": "*"})
    assert "outcomes" not in listed.json()["items"][0]


def test_search_engines_are_told_what_a_synthesis_is_based_on(client, record, synthesis):
    record("Chairs")
    html = read(client, synthesis())
    things = json.loads(html.find("script", type="application/ld+json").string)
    (work,) = [each for each in things["@graph"] if each.get("learningResourceType")]
    assert work["learningResourceType"] == "evidence synthesis"
    assert [address.split("/")[-2] for address in work["isBasedOn"]] == ["chairs"]


def test_a_synthesis_is_found_by_its_changes_and_by_its_kind(
    client, record, synthesis, django_capture_on_commit_callbacks
):
    change = {"change": "Reclining benches", "records": [record("Chairs")]}
    with django_capture_on_commit_callbacks(execute=True):
        synthesis(changes=[("change", change)], **graded())
    answer = client.get(
        "/en/search/",
        {"q": "benches", "type": "synthesis", "topic": "kangaroo-care", "format": "json"},
    ).json()
    assert [hit["title"] for hit in answer["results"]] == ["Skin to skin"]


def test_an_editor_sees_a_draft_with_the_records_of_now(
    client, record, synthesis, topic, admin_user
):
    record("Chairs", outcome="worked")
    page = synthesis()
    client.force_login(admin_user)
    draft = SynthesisPage.objects.get(pk=page.pk)
    draft.title = "A draft"
    draft.save_revision()
    html = client.get(f"/admin/pages/{page.pk}/view_draft/").text
    assert "A draft" in html and "Chairs" in html


def test_a_synthesis_tells_no_anonymous_facility(client, record, synthesis, admin_user):
    hidden = {"facility_name": "Sunrise Clinic", "facility_is_anonymous": True}
    record("Chairs", outcome="worked", **hidden)
    page = synthesis(**graded())
    assert "Sunrise" not in client.get(page.get_url()).text
    page.certainty_reason = "At the Sunrise clinic it worked."
    draft = page.save_revision()
    with pytest.raises(NamesFacility):
        draft.publish()
    client.force_login(admin_user)
    address = f"/admin/pages/{page.pk}/edit/"
    form = querydict_from_html(client.get(address).text, form_id="page-edit-form").dict()
    for name in ("changes", "body", "contributors", "attachments", "related"):
        form |= nested_form_data({name: streamfield([])})
    refused = client.post(address, {**form, "action-publish": "action-publish"})
    assert refused.context["form"].errors.keys() == {"certainty_reason"}
    assert client.post(address, form).status_code == 302
    assert "Sunrise" not in client.get(page.get_url()).text


def test_a_synthesis_that_names_a_facility_goes_when_that_becomes_anonymous(
    client, record, synthesis, translate
):
    shown = record("Chairs", facility_name="Sunrise Clinic")
    page = synthesis(**graded(certainty_reason="It worked at the Sunrise Clinic."))
    hindi_page = translate(page, "संश्लेषण")
    assert read(client, page) and read(client, hindi_page)
    shown.facility_is_anonymous = True
    shown.save_revision().publish()
    assert client.get(page.get_url()).status_code == 404
    assert client.get(hindi_page.get_url()).status_code == 404
