"""A synthesis shows numbers as they were reported, and says when its grade is out of date."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from resources.choices import Certainty
from tests.resources.synthesis.synthesis_pages import effects, graded, measure, read, reword, since

pytestmark = pytest.mark.django_db


def test_effects_stand_as_they_were_reported_and_words_in_the_readers_language(
    client, record, synthesis, translate
):
    going = record("Chairs", measures=[("measure", measure())])
    page = synthesis()
    hindi_page = translate(page, "संश्लेषण")
    assert effects(client, page) == [["Held skin to skin", "Before: 20%", "After 8 weeks: 80%"]]
    hindi_record = translate(going, "कुर्सियाँ")
    assert effects(client, hindi_page)[0][0] == "Held skin to skin"
    reword(hindi_record, name="सीने से लगे शिशु", whats=("पहले", "8 सप्ताह बाद"))
    expected = [["सीने से लगे शिशु", "पहले: 20%", "8 सप्ताह बाद: 80%"]]
    assert effects(client, hindi_page) == expected


def test_a_corrected_number_shows_at_once_where_the_translation_still_has_the_old_one(
    client, record, synthesis, translate
):
    going = record("Chairs", measures=[("measure", measure())])
    hindi_record = translate(going, "कुर्सियाँ")
    reword(hindi_record, name="सीने से लगे शिशु", whats=("पहले", "8 सप्ताह बाद"))
    page = translate(synthesis(), "संश्लेषण")
    raw = going.measures.get_prep_value()
    raw[0]["value"]["reported"][1]["value"] |= {"what": "After 9 weeks", "value": "60%"}
    going.measures = going.measures.stream_block.to_python(raw)
    going.save_revision().publish()
    assert effects(client, page) == [["सीने से लगे शिशु", "पहले: 20%", "After 9 weeks: 60%"]]


def test_of_points_the_first_and_the_last_are_named_as_the_reader_writes_them(
    client, record, synthesis, translate
):
    points = "2021-01\t1200\n2021-02\t14.50\n2021-03\t3100.50"
    told = [{"what": "In all", "value": "2.6 times"}]
    record("Chairs", measures=[("measure", measure(data=points, reported=told, unit="mL"))])
    page = synthesis()
    assert effects(client, page) == [
        ["Held skin to skin", "Jan 2021: 1,200 mL", "Mar 2021: 3,100.50 mL", "In all: 2.6 times"]
    ]
    ((_name, first, *_others),) = effects(client, translate(page, "संश्लेषण"))
    assert first == "जन॰ 2021: 1,200 mL"


def test_a_grade_tells_when_the_records_have_changed_since(client, record, synthesis):
    kept, going = record("Chairs", outcome="worked"), record("Posters", outcome="worked")
    page = synthesis(**graded())
    assert since(client, page) is None
    kept.outcome = "mixed"
    kept.save_revision().publish()
    going.unpublish()
    record("Talks")
    record("Sheets")
    assert since(client, page) == ["Added: 2", "Changed: 1", "No longer counted: 1"]
    page.certainty_reason = "A typo less."
    page.save_revision().publish()
    assert since(client, page)
    page.certainty_on = date(2026, 1, 6)
    page.save_revision().publish()
    assert since(client, page) is None


def test_a_grade_is_the_same_in_every_language_at_once(client, record, synthesis, translate):
    record("Chairs", outcome="worked")
    page = synthesis(**graded(certainty="high"))
    hindi_page = translate(page, "संश्लेषण")
    page.certainty = "very_low"
    page.save_revision().publish()
    for version in (page, hindi_page):
        pills = [
            read(client, version).select_one(f"{place} .pill")
            for place in ("header", "section:has(#_certainty)")
        ]
        with override(version.locale.language_code):
            grade = f"●○○○{Certainty.VERY_LOW.label}"
        assert [pill.get_text(strip=True) for pill in pills] == [grade] * 2


@pytest.mark.parametrize("missing", ["certainty_reason", "certainty_by", "certainty_on"])
def test_no_grade_stands_without_its_reason_its_judge_and_its_day(missing, synthesis):
    page = synthesis()
    for name, value in graded(**{missing: None if missing.endswith("on") else ""}).items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert list(refused.value.message_dict) == [missing]
