"""What editors are told about what does not fit."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.test.utils.form_data import nested_form_data, streamfield

from resources.identifiers import (
    normalise_doi,
    validate_doi,
    validate_pmcid,
    validate_pmid,
)
from resources.models import GuidePage, InitiativePage, LibraryPage
from resources.record.blocks import CycleBlock


def errors_of(page):
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    return refused.value.message_dict


@pytest.mark.parametrize(
    "written",
    [
        "10.1136/bmjoq-2021-001467",
        " 10.1136/BMJOQ-2021-001467 ",
        "doi: 10.1136/bmjoq-2021-001467",
        "https://doi.org/10.1136/bmjoq-2021-001467",
        "http://dx.doi.org/10.1136/bmjoq-2021-001467",
    ],
)
def test_a_doi_is_kept_in_one_way_however_it_is_written(written):
    assert normalise_doi(written) == "10.1136/bmjoq-2021-001467"
    validate_doi(written)


@pytest.mark.parametrize(
    ("validate", "value", "example"),
    [
        (validate_doi, "bmjoq-2021", "10.1136/"),
        (validate_doi, "10.1/x", "10.1136/"),
        (validate_pmid, "PMC9204459", "35705258"),
        (validate_pmid, "123456789", "35705258"),
        (validate_pmcid, "9204459", "PMC9204459"),
    ],
)
def test_a_wrong_identifier_is_refused_with_an_example(validate, value, example):
    with pytest.raises(ValidationError) as refused:
        validate(value)
    assert value in refused.value.messages[0] and example in refused.value.messages[0]


def test_an_initiative_stores_its_doi_in_one_way(initiative):
    initiative.doi = "https://doi.org/10.1136/BMJOQ-2021-001467"
    initiative.save_revision().publish()
    initiative.refresh_from_db()
    assert initiative.doi == "10.1136/bmjoq-2021-001467"


def test_a_year_before_there_were_journals_is_refused(initiative):
    initiative.year = 202
    assert "year" in errors_of(initiative)


def test_a_review_cannot_be_due_before_it_was_last_done(guide):
    guide.reviewed_on, guide.review_due_on = date(2026, 5, 1), date(2026, 4, 1)
    assert errors_of(guide)["review_due_on"] == ["The next review must come after the last one."]


def test_a_withdrawal_says_why(guide):
    guide.withdrawn_on = date(2026, 5, 1)
    assert errors_of(guide)["withdrawn_reason"] == ["Tell readers why this was withdrawn."]


def test_a_resource_cannot_supersede_itself(guide):
    guide.superseded_by = guide
    assert "superseded_by" in errors_of(guide)


def test_a_title_of_spaces_is_refused(guide):
    guide.title = "   "
    assert "title" in errors_of(guide)


def test_a_title_longer_than_255_characters_is_refused_and_one_of_255_is_not(guide):
    guide.title = "x" * 256
    assert "title" in errors_of(guide)
    guide.title = "x" * 255
    guide.full_clean()


def test_a_section_takes_only_what_it_holds(guides, initiatives):
    assert GuidePage.can_create_at(guides)
    assert not InitiativePage.can_create_at(guides)
    assert not GuidePage.can_create_at(initiatives)


def test_what_a_section_does_not_hold_cannot_be_moved_there(guides, initiatives, guide, publish):
    others = publish(initiatives.get_parent(), LibraryPage(title="More", slug="m", holds="guide"))
    assert guide.can_move_to(others)
    assert not guide.can_move_to(initiatives)


def test_a_section_that_holds_anything_takes_every_kind(guides):
    guides.holds = ""
    guides.save_revision().publish()
    assert GuidePage.can_create_at(guides) and InitiativePage.can_create_at(guides)


def test_resources_stand_nowhere_but_in_sections(home, guide):
    assert not GuidePage.can_create_at(home)
    assert not GuidePage.can_create_at(home.get_parent())
    assert not GuidePage.can_create_at(guide)


def form_of(page, person):
    streams = (field.name for field in page._meta.get_fields() if isinstance(field, StreamField))
    data = nested_form_data({name: streamfield([]) for name in streams})
    form = InitiativePage.get_edit_handler().get_form_class()
    data["doi"] = "https://doi.org/10.1136/X-1"
    return form(instance=page, data=data, for_user=person)


@pytest.fixture
def first(initiative):
    initiative.doi = "10.1136/x-1"
    initiative.save_revision().publish()
    return initiative


def test_a_doi_that_another_page_has_is_refused_with_its_title(initiatives, first, admin_user):
    new = form_of(InitiativePage(locale=initiatives.locale), admin_user)
    assert new.errors["doi"] == [f"“{first.title}” has this DOI already."]
    assert "doi" not in form_of(first, admin_user).errors


def test_the_title_of_a_page_is_told_to_nobody_who_may_not_edit_it(
    initiatives, first, django_user_model
):
    stranger = django_user_model.objects.create_user("stranger")
    new = form_of(InitiativePage(locale=initiatives.locale), stranger)
    assert new.errors["doi"] == ["“Improvement initiative” has this DOI already."]


def test_a_page_with_an_alias_or_a_copy_is_edited_as_before(initiatives, first, admin_user):
    first.create_alias(parent=initiatives, update_slug="alias")
    assert "doi" not in form_of(InitiativePage.objects.get(pk=first.pk), admin_user).errors
    first.copy(update_attrs={"slug": "copy"}, reset_translation_key=True)
    assert "doi" not in form_of(InitiativePage.objects.get(pk=first.pk), admin_user).errors


def test_the_same_paper_in_another_language_has_its_doi(first, hindi, admin_user):
    assert "doi" not in form_of(InitiativePage(locale=hindi), admin_user).errors


def test_a_cycle_cannot_end_before_it_begins():
    cycle = CycleBlock()
    dates = {"title": "One shift", "started_on": date(2021, 5, 1), "ended_on": date(2020, 1, 1)}
    with pytest.raises(StructBlockValidationError) as refused:
        cycle.clean(cycle.to_python(dates))
    assert refused.value.block_errors["ended_on"].messages == ["This day is before the first one."]
    same_day = cycle.to_python({**dates, "ended_on": dates["started_on"]})
    assert cycle.clean(same_day)["ended_on"] == date(2021, 5, 1)
