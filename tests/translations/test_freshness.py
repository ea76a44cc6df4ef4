"""Whether a translation still says what its source says, by content."""

import pytest
from wagtail_localize.models import StringTranslation, Translation

from tests.translations.conftest import HINDI, PARAGRAPH, body
from translations.freshness.confirming import confirm
from translations.models import Severity, SourceChange, Status, TranslationState


def state(page, locale):
    return TranslationState.objects.get(source__translation_key=page.translation_key, locale=locale)


def test_a_new_translation_is_fresh(translated, hindi, publish_in_hindi, run):
    now = state(translated, hindi)
    assert (now.status, now.total, now.marks, now.words_left) == (Status.FRESH, 4, [], 0)


@pytest.fixture
def publish_in_hindi(hindi, run):
    """Return a function that publishes what has been translated, as translators do."""

    def publish(page):
        translation = Translation.objects.get(
            target_locale=hindi, source__object_id=page.translation_key
        )
        with run(execute=True):
            translation.save_target(publish=True)

    return publish


def test_a_dose_that_changes_marks_that_passage_alone(translated, hindi, edit):
    edit(translated, body=body("<b>Soap</b> and water.", "Give 7 mg once a day."))
    now = state(translated, hindi)
    assert (now.status, now.changed, now.severity) == (Status.OUTDATED, 1, Severity.SAFETY)
    (mark,) = now.marks
    assert mark["state"] == "changed"
    assert (mark["was"], mark["source"]) == ("Give 5 mg once a day.", "Give 7 mg once a day.")
    assert (mark["path"], mark["index"]) == (f"body.{PARAGRAPH}", 1)


def test_what_an_editor_calls_a_typo_stales_nobody(translated, hindi, edit):
    edit(translated, Severity.TYPO, summary="Before each touch.")
    assert state(translated, hindi).status == Status.FRESH


def test_a_text_that_comes_back_is_fresh_again(translated, hindi, edit):
    edit(translated, summary="After it.")
    assert state(translated, hindi).status == Status.OUTDATED
    edit(translated, summary="Before every touch.")
    assert state(translated, hindi).status == Status.FRESH


def test_moving_and_publishing_again_change_nothing(translated, hindi, edit):
    edit(translated, body=body("Give 5 mg once a day.", "<b>Soap</b> and water."))
    edit(translated)
    assert state(translated, hindi).status == Status.FRESH
    assert not SourceChange.objects.exists()


def test_a_new_passage_is_missing_and_a_removed_one_is_told(translated, hindi, edit):
    edit(translated, body=body("<b>Soap</b> and water.", "Give 5 mg once a day.", "Dry."))
    (mark,) = state(translated, hindi).marks
    assert (mark["state"], mark["source"]) == ("missing", "Dry.")
    assert mark["after"] == [f"body.{PARAGRAPH}", 1]
    edit(translated, body=body("<b>Soap</b> and water."))
    (mark,) = state(translated, hindi).marks
    assert (mark["state"], mark["index"]) == ("removed", 1)


def test_publishing_what_is_not_translated_keeps_the_old_translation(
    translated, hindi, edit, publish_in_hindi
):
    edit(translated, summary="After every touch.")
    publish_in_hindi(translated)
    page = translated.get_translation(hindi).specific
    assert page.summary == HINDI["Before every touch."]
    assert state(translated, hindi).changed == 1


def test_a_translator_brings_a_passage_up_to_date(translated, hindi, edit, publish_in_hindi, run):
    edit(translated, summary="After every touch.")
    row = StringTranslation.objects.get(translation_of__data="After every touch.", locale=hindi)
    row.data = "हर स्पर्श के बाद।"
    with run(execute=True):
        row.save()
    assert state(translated, hindi).changed == 1
    publish_in_hindi(translated)
    assert state(translated, hindi).status == Status.FRESH


def test_checked_and_no_change_needed_is_fresh_at_once(translated, hindi, edit):
    edit(translated, summary="Before each touch of yours.", severity=Severity.CONTENT)
    assert state(translated, hindi).words_left == 5
    confirm(
        StringTranslation.objects.get(translation_of__data__startswith="Before each", locale=hindi)
    )
    now = state(translated, hindi)
    assert (now.status, now.words_left) == (Status.FRESH, 0)


def test_of_several_changes_each_is_judged_by_itself(translated, hindi, edit):
    edit(
        translated,
        title="Wash your hands.",
        summary="Before every single touch of the skin.",
        body=body("<b>Soap</b> and water.", "Give 7 mg once a day."),
    )
    marks = state(translated, hindi).marks
    assert [(mark["source"], mark["severity"]) for mark in marks] == [
        ("Before every single touch of the skin.", Severity.CONTENT),
        ("Give 7 mg once a day.", Severity.SAFETY),
    ]
