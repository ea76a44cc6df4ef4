"""Importing a file again changes what the file has changed, and nothing an editor has."""

import pytest

from resources.models import InitiativePage
from tests.resources.importing import INITIATIVES, everything, in_file, run_import


@pytest.fixture
def import_row(initiatives, tmp_path):
    """A function that imports one row, given its title and year."""

    def run(title="One", year=2020, *options):
        text = f"title,doi,year\n{title},10.1234/a,{year}\n"
        return run_import(in_file(tmp_path, "a.csv", text), *options)

    return run


def page():
    return InitiativePage.objects.get()


def edit(**values):
    """Publish an editor's change of the one page there is."""
    changed = page().get_latest_revision_as_object()
    for name, value in values.items():
        setattr(changed, name, value)
    changed.save_revision().publish()


def test_the_same_file_again_changes_nothing(initiatives):
    run_import(INITIATIVES, "--publish")
    before = everything()
    assert run_import(INITIATIVES, "--publish").said == "0 created, 0 updated, 3 unchanged"
    assert everything() == before


def test_a_changed_field_updates_the_page_and_keeps_its_address(import_row):
    import_row("One", 2020, "--publish")
    address = page().url_path
    assert import_row("Two", 2020, "--publish").said.startswith("0 created, 1 updated")
    assert (page().title, page().draft_title, page().url_path) == ("Two", "Two", address)
    assert page().live and not page().has_unpublished_changes
    assert page().revisions.count() == 2


def test_without_publishing_an_update_of_a_live_page_waits_as_a_draft(import_row):
    import_row("One", 2020, "--publish")
    import_row("Two")
    assert page().title == "One" and page().has_unpublished_changes
    assert page().get_latest_revision_as_object().title == "Two"
    assert import_row("Two", 2020, "--publish").said.startswith("0 created, 1 updated")
    assert page().title == "Two" and not page().has_unpublished_changes


def test_drafts_of_an_import_are_published_when_that_is_asked_for(import_row):
    import_row()
    assert import_row("One", 2020, "--publish").said.startswith("0 created, 1 updated")
    assert page().live and page().first_published_at


def test_an_editors_change_stays(import_row):
    import_row("One", 2020, "--publish")
    edit(title="Better")
    assert import_row("One", 2020, "--publish").said.endswith("1 unchanged")
    run = import_row("Two", 2021, "--publish")
    assert run.said.startswith("0 created, 1 updated") and "“title”" in run.report[0]
    assert (page().title, page().year) == ("Better", 2021)


def test_an_editors_draft_is_added_to_and_not_published(import_row):
    import_row("One", 2020, "--publish")
    draft = page()
    draft.summary = "Unfinished"
    draft.save_revision()
    import_row("One", 2021, "--publish")
    assert page().year == 2020
    newest = page().get_latest_revision_as_object()
    assert (newest.summary, newest.year) == ("Unfinished", 2021)


def test_a_page_that_an_editor_took_down_stays_down(import_row):
    import_row("One", 2020, "--publish")
    page().unpublish()
    import_row("Two", 2020, "--publish")
    assert not page().live


def test_a_locked_page_is_left_alone(import_row):
    import_row("One", 2020, "--publish")
    locked = page()
    locked.locked = True
    locked.save()
    run = import_row("Two", 2020, "--publish")
    assert run.said.endswith("1 unchanged") and "locked" in run.report[0]


def test_a_page_that_an_editor_wrote_is_completed_and_not_overwritten(
    initiatives, publish, tmp_path
):
    publish(initiatives, InitiativePage(title="Mine", summary="Mine.", slug="m", doi="10.1234/a"))
    text = "title,doi,year\nTheirs,10.1234/a,2020\n"
    run_import(in_file(tmp_path, "a.csv", text), "--publish")
    assert (page().title, page().summary, page().year) == ("Mine", "Mine.", 2020)


@pytest.mark.parametrize("key", ["doi,10.1234/a", "url,https://example.org/1", "source_id,7"])
def test_a_resource_is_known_by_each_of_its_keys(initiatives, tmp_path, key):
    column, value = key.split(",")
    for title in ("One", "Two"):
        text = f"title,{column}\n{title},{value}\n"
        run_import(in_file(tmp_path, "a.csv", text), "--publish")
    assert page().title == "Two"


def test_another_doi_is_another_resource_whatever_else_is_shared(initiatives, tmp_path):
    for doi in ("10.1234/a", "10.1234/b"):
        text = f"title,doi,source_id\nOne,{doi},1\n"
        run_import(in_file(tmp_path, "a.csv", text))
    assert InitiativePage.objects.count() == 2


def test_two_records_of_one_page_are_refused(import_row, initiatives, tmp_path):
    text = "title,doi,url\nOne,10.1234/a,https://example.org/1\n"
    run_import(in_file(tmp_path, "b.csv", text))
    text = "title,doi,url\nOne,10.1234/a,\nTwo,,https://example.org/1\n"
    run = run_import(in_file(tmp_path, "b.csv", text))
    assert run.failed and "line 3" in run.said and "line 2" in run.said


def test_authors_change_and_an_editors_affiliation_stays_with_its_name(initiatives, tmp_path):
    text = "title,source_id,authors\nOne,1,Asha;Bo\n"
    run_import(in_file(tmp_path, "a.csv", text), "--publish")
    people = [("person", {"name": "Asha", "affiliation": "A ward"}), ("person", {"name": "Bo"})]
    edit(contributors=people)
    text = "title,source_id,authors\nOne,1,Asha;Chitra\n"
    run_import(in_file(tmp_path, "a.csv", text), "--publish")
    people = [(block.value["name"], block.value["affiliation"]) for block in page().contributors]
    assert people == [("Asha", "A ward"), ("Chitra", None)]
