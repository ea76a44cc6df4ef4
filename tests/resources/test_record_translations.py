"""Texts of a record are translated; numbers, dates and choices are its source's everywhere."""

import pytest
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from resources.models import InitiativePage
from resources.models.record import STREAMS
from tests.resources.importing import in_file, run_import
from translations.freshness.passages import passages_of
from translations.models import Adaptation, Status, TranslationState, Version

from .records import FULL

NUMBERS = ("3/12", "2021", "31", "30.5%", "90", "adopt", "worked", "process", "month", "%")


@pytest.fixture
def run(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


@pytest.fixture
def record(initiatives, publish, hindi, run):
    """A published record that has been translated, word for word, and published in Hindi."""
    page = InitiativePage(title="Contact", slug="contact", summary="S.", outcome="worked", **FULL)
    with run(execute=True):
        publish(initiatives, page)
    initiatives.copy_for_translation(hindi, copy_parents=True)
    translate(page, hindi, run)
    return page


def translate(page, hindi, run):
    source, _created = TranslationSource.get_or_create_from_instance(page)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=hindi)
    for segment in source.stringsegment_set.select_related("string"):
        StringTranslation.objects.get_or_create(
            translation_of=segment.string,
            context=segment.context,
            locale=hindi,
            defaults={"data": f"हि {segment.string.data}"},
        )
    with run(execute=True):
        translation.save_target(publish=True)


def in_hindi(page):
    return InitiativePage.objects.get(
        translation_key=page.translation_key, locale__language_code="hi"
    )


def state_of(page):
    states = TranslationState.objects.filter(source__translation_key=page.translation_key)
    return states.get(locale__language_code="hi")


@pytest.fixture
def republish(run):
    """Return a function that publishes a page after something was done to it."""

    def again(page, change):
        page = InitiativePage.objects.get(pk=page.pk)
        change(page)
        with run(execute=True):
            page.save_revision().publish()

    return again


def correct(page):
    """Correct a number, a date, a choice, a count and what was printed."""
    measure = page.measures[0].value
    measure["data"] = "2021-01\t4/12\n2021-02\t5/11"
    measure["goal"] = 80
    measure["reported"][0]["value"] = "31.5%"
    page.cycles[0].value["ended_on"] = "2021-02-09"
    page.cycles[1].value["outcome"] = "mixed"
    page.causes[2].value["counts"][0]["count"] = 32
    page.team[0].value["number"] = 3
    page.outcome = "mixed"


def facts(page):
    measure = page.measures[0].value
    return [
        [str(point.numerator) for point in measure.series.points],
        str(measure["goal"]),
        measure["reported"][0]["value"],
        str(page.cycles[0].value["ended_on"]),
        page.cycles[1].value["outcome"],
        page.causes[2].value["counts"][0]["count"],
        page.team[0].value["number"],
        page.outcome,
    ]


CORRECTED = [["4", "5"], "80", "31.5%", "2021-02-09", "mixed", 32, 3, "mixed"]


def test_every_text_of_a_record_is_a_passage_and_no_number_is(record):
    texts = [passage.text for passage in passages_of(record)]
    for text in ("Weighing first", "Nobody is asked", "One night shift", "From the birth register"):
        assert text in texts
    assert not set(texts) & set(NUMBERS)


def test_a_translation_says_everything_in_its_language_with_the_same_numbers(record):
    page = in_hindi(record)
    assert page.causes[0].value["branches"][1]["causes"][0] == "हि Nobody is asked"
    assert page.cycles[0].value["study"] == "हि Nine of eleven had contact."
    assert page.aim_how_much == "हि from 30% to 90%"
    assert facts(page) == facts(record)
    assert [each.text for each in passages_of(page)] == [
        f"हि {each.text}" for each in passages_of(record)
    ]


def test_a_text_that_changes_marks_that_passage_and_shows_it(record, client, republish):
    def rewrite(page):
        page.cycles[0].value["study"] = "It held on three of five days, and not at night."

    republish(record, rewrite)
    assert (state_of(record).status, state_of(record).changed) == (Status.OUTDATED, 1)
    html = client.get(in_hindi(record).url).text
    assert "हि Nine of eleven had contact." in html and "not at night" in html
    assert 'id="_n-1"' in html


def test_a_corrected_number_reaches_readers_of_every_language_and_outdates_nobody(
    record, republish
):
    republish(record, correct)
    page = in_hindi(record)
    assert facts(page) == CORRECTED
    assert page.cycles[1].value["title"] == "हि One night shift"
    assert state_of(record).status == Status.FRESH
    draft = page.get_latest_revision_as_object()
    assert facts(draft) == CORRECTED and draft.cycles[1].value["title"] == "हि One night shift"


def test_a_translator_s_old_draft_does_not_bring_an_old_number_back(record, republish):
    republish(record, correct)

    def go_back(page):
        page.summary = "हि अलग"
        page.measures[0].value["goal"] = 70

    republish(in_hindi(record), go_back)
    page = in_hindi(record)
    assert page.summary == "हि अलग" and facts(page) == CORRECTED


def test_what_a_country_team_adapted_keeps_its_own_numbers(record, republish):
    version = Version.objects.get(
        translation_key=record.translation_key, locale__language_code="hi"
    )
    Adaptation.objects.create(version=version, what="हि", why="w")
    republish(record, correct)
    assert facts(in_hindi(record)) == facts(record)


def test_a_part_that_only_the_source_has_is_shown_as_not_translated(record, client, republish):
    republish(record, lambda page: page.cycles.append(("cycle", {"title": "A third test"})))
    page = in_hindi(record)
    assert len(page.cycles) == 2
    assert {name for name in STREAMS if getattr(page, name)} == set(STREAMS)
    html = client.get(page.url).text
    assert "A third test" in html and "हि One night shift" in html


def test_what_a_file_corrects_reaches_every_language_too(initiatives, hindi, run, tmp_path):
    def told(outcome):
        text = f"title,source_id,lessons,outcome\nContact,key,Begin early.,{outcome}\n"
        with run(execute=True):
            imported = run_import(in_file(tmp_path, "in.csv", text), "--publish")
        assert not imported.failed, imported
        return InitiativePage.objects.get(locale__language_code="en")

    initiatives.copy_for_translation(hindi, copy_parents=True)
    page = told("worked")
    translate(page, hindi, run)
    told("did_not_work")
    assert in_hindi(page).outcome == "did_not_work"
    assert "Begin early." in in_hindi(page).lessons and "हि" in in_hindi(page).lessons


def test_what_a_program_left_out_is_the_same_in_every_language(initiatives, publish, hindi, run):
    few = [("measure", {"name": "Contact", "data": "2021-01\t3/12\n2021-02\t5/11"})]
    page = InitiativePage(title="Contact", slug="contact", summary="S.", measures=few)
    with run(execute=True):
        publish(initiatives, page)
    initiatives.copy_for_translation(hindi, copy_parents=True)
    translate(page, hindi, run)
    measures = in_hindi(page).measures
    source = InitiativePage.objects.get(pk=page.pk)
    assert measures[0].value.series == source.measures[0].value.series
    assert measures.stream_block.clean(measures)[0].value["kind"] == "process"
