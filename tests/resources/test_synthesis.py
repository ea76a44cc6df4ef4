"""A synthesis says what the records on its topics say now, in every language alike."""

import json
from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from resources.importers import common_changes
from resources.importers.identity import own_key
from resources.importers.record import Cell
from resources.models import (
    CaseStudyPage,
    InitiativePage,
    LibraryPage,
    ResourceTopic,
    SynthesisPage,
    Topic,
)
from tests.resources.exporting import export, values_of
from tests.resources.importing import run_import

pytestmark = pytest.mark.django_db


def measure(**facts):
    """Return a measure with two numbers that were printed."""
    return {
        **dict.fromkeys(("numerator", "denominator", "unit", "better", "collected"), ""),
        "name": "Held skin to skin",
        "reported": [
            {"what": "Before", "value": "20%"},
            {"what": "After 8 weeks", "value": "80%"},
        ],
        **facts,
    }


@pytest.fixture
def topic(english):
    return Topic.objects.create(name="Kangaroo care", slug="kangaroo-care", locale=english)


@pytest.fixture
def section(home, publish):
    return publish(home, LibraryPage(title="Syntheses", slug="syntheses", holds="synthesis"))


@pytest.fixture
def record(initiatives, topic, publish):
    """Return a function that publishes a record on the topic."""

    def publish_record(title, parent=initiatives, model=InitiativePage, topics=(topic,), **facts):
        slug = title.lower().replace(" ", "-")
        page = model(title=title, slug=slug, summary="Tried.", **facts)
        page.topics = [ResourceTopic(term=term) for term in topics]
        return publish(parent, page)

    return publish_record


@pytest.fixture
def synthesis(section, topic, publish):
    """Return a function that publishes a synthesis on the topic."""

    def publish_synthesis(**words):
        page = SynthesisPage(title="Skin to skin", slug="skin", summary="Together.", **words)
        page.topics = [ResourceTopic(term=topic)]
        return publish(section, page)

    return publish_synthesis


@pytest.fixture
def translate(hindi):
    """Return a function that publishes a page in Hindi as a translator has begun it."""

    def publish_translation(page, title):
        for ancestor in page.get_ancestors().filter(depth__gt=1).specific():
            if not ancestor.has_translation(hindi):
                ancestor.copy_for_translation(hindi).save_revision().publish()
        translation = page.copy_for_translation(hindi)
        translation.title = title
        translation.save_revision().publish()
        translation.refresh_from_db()
        return translation

    return publish_translation


def reword(page, name, whats):
    """Put a translator's words into the first measure of a page."""
    raw = page.measures.get_prep_value()
    raw[0]["value"]["name"] = name
    for item, what in zip(raw[0]["value"]["reported"], whats, strict=True):
        item["value"]["what"] = what
    page.measures = page.measures.stream_block.to_python(raw)
    page.save_revision().publish()


def read(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return BeautifulSoup(response.text, "html.parser")


def counts(client, page):
    """Return {outcome: the numbers that stand beside it} as a reader sees them."""
    table = read(client, page).find(id="_outcomes").find_next("table")
    rows = [row.find_all(["th", "td"]) for row in table.tbody.find_all("tr")]
    return {
        head.get_text(strip=True): [int(cell.get_text()) for cell in cells] for head, *cells in rows
    }


def records_shown(client, page):
    return [cell.a.get_text() for cell in read(client, page).select("#_effects ~ div tbody th")]


def effects(client, page):
    """Return the measure and the numbers of each row, as a reader sees them."""
    rows = read(client, page).select("#_effects ~ div tbody tr:has(ul)")
    cells = [row.find_all("td") for row in rows]
    return [
        [name.get_text(), *(" ".join(item.get_text().split()) for item in told.find_all("li"))]
        for name, told in cells
    ]


def since(client, page):
    """Return what a page says of the records since the grade, None for nothing."""
    notice = read(client, page).find(id="_certainty").parent.find(class_="warning")
    return notice and [" ".join(each.get_text().split()) for each in notice.find_all("span")]


def queries(client, page):
    """Return how many queries a page takes once the caches are warm."""
    read(client, page)
    with CaptureQueriesContext(connection) as captured:
        read(client, page)
    return len(captured)


def graded(**others):
    return {
        "certainty": "low",
        "certainty_reason": "One ward before and after.",
        "certainty_by": "A. Editor",
        "certainty_on": date(2026, 1, 5),
        **others,
    }


def test_records_are_counted_by_outcome_and_failures_stand_among_them(client, record, synthesis):
    record("Chairs", outcome="worked")
    record("Posters", outcome="did_not_work")
    record("Talks", outcome="did_not_work")
    record("Sheets")
    page = synthesis()
    assert counts(client, page) == {
        "Worked": [1],
        "Worked, but was not sustained": [0],
        "Mixed results": [0],
        "Did not work": [2],
        "The record does not say": [1],
    }


def test_cycles_are_counted_by_their_own_outcome(client, record, synthesis):
    ends = ("worked", "did_not_work", "did_not_work", "")
    cycles = [
        (
            "cycle",
            {
                "title": "A test",
                **{
                    "outcome": outcome,
                    "plan": "",
                    "prediction": "",
                    "do": "",
                    "study": "",
                    "act": "",
                    "next_step": "",
                    "why": "",
                },
            },
        )
        for outcome in ends
    ]
    record("Chairs", outcome="worked", cycles=cycles)
    shown = counts(client, synthesis())
    assert shown["Worked"] == [1, 1]
    assert shown["Did not work"] == [0, 2]
    assert shown["The record does not say"] == [0, 1]


def test_what_was_made_up_withdrawn_or_replaced_is_not_counted(
    client, record, synthesis, case_studies
):
    newer = record("Chairs again", outcome="mixed")
    record("Chairs", outcome="worked", superseded_by=newer)
    record("Posters", outcome="worked", withdrawn_on=date(2026, 1, 1), withdrawn_reason="Wrong.")
    record("A tale", case_studies, CaseStudyPage, outcome="worked", is_illustrative=True)
    page = synthesis()
    assert records_shown(client, page) == ["Chairs again"]
    told = " ".join(read(client, page).find(id="_outcomes").parent.p.get_text().split())
    assert told == "Not counted: Withdrawn 1 Superseded 1 Illustrative 1"


def unpublish(page):
    page.unpublish()


def expire(page):
    Page.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(days=1))


def restrict(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def restrict_section(page):
    restrict(page.get_parent())


def withdraw(page):
    page.withdrawn_on, page.withdrawn_reason = date(2026, 1, 1), "Wrong."
    page.save_revision().publish()


def file_elsewhere(page):
    page.topics = []
    page.save_revision().publish()


@pytest.mark.parametrize(
    "take", [unpublish, expire, restrict, restrict_section, withdraw, file_elsewhere]
)
def test_a_record_that_is_taken_away_is_gone_at_once_in_every_language(
    take, client, record, synthesis, case_studies, translate, hindi
):
    going = record("Posters", outcome="did_not_work")
    translate(going, "पोस्टर")
    record("Chairs", case_studies, CaseStudyPage, outcome="worked")
    page = synthesis(changes=[("change", {"change": "Pictures", "records": [going]})])
    hindi_page = translate(page, "संश्लेषण")
    assert "Posters" in records_shown(client, page)
    assert "पोस्टर" in records_shown(client, hindi_page)
    take(going)
    if take in (unpublish, expire, restrict, restrict_section):
        take(going.get_translation(hindi).specific)
    for version, name in ((page, "Posters"), (hindi_page, "पोस्टर")):
        html = read(client, version)
        assert name not in html.find("article").get_text()
        assert html.find(id="_changes") is None
        assert [numbers[0] for numbers in counts(client, version).values()] == [1, 0, 0, 0, 0]


def test_a_changed_outcome_shows_at_once_beside_a_translation_that_waits(
    client, record, synthesis, translate
):
    going = record("Chairs", outcome="worked")
    translate(going, "कुर्सियाँ")
    page = translate(synthesis(), "संश्लेषण")
    going.outcome = "not_sustained"
    going.save_revision().publish()
    assert records_shown(client, page) == ["कुर्सियाँ"]
    assert list(counts(client, page).values()) == [[0], [1], [0], [0], [0]]


def test_a_record_counts_once_however_many_languages_have_it(client, record, synthesis, translate):
    translate(record("Chairs", outcome="worked"), "कुर्सियाँ")
    assert records_shown(client, synthesis()) == ["Chairs"]


def test_a_record_that_only_another_language_has_counts_and_says_its_language(
    client, record, synthesis, translate
):
    source = record("Chairs", outcome="worked")
    translate(source, "कुर्सियाँ")
    source.unpublish()
    page = synthesis()
    (link,) = read(client, page).select("#_effects ~ div tbody th a")
    assert (link.get_text(), link["lang"]) == ("कुर्सियाँ", "hi")
    assert counts(client, page)["Worked"] == [1]


def test_only_records_on_all_topics_of_the_synthesis_count(
    client, record, synthesis, topic, english
):
    other = Topic.objects.create(name="Teamwork", slug="team-work", locale=english)
    record("Chairs", topics=(topic,))
    record("Chairs with all", topics=(topic, other))
    page = synthesis()
    page.topics = [ResourceTopic(term=topic), ResourceTopic(term=other)]
    page.save_revision().publish()
    assert records_shown(client, page) == ["Chairs with all"]


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


def test_of_points_the_first_and_the_last_are_named(client, record, synthesis):
    points = "Week 1\t12\nWeek 2\t14.50\nWeek 3\t31"
    record("Chairs", measures=[("measure", measure(data=points, reported=[], unit="mL a day"))])
    assert effects(client, synthesis()) == [
        ["Held skin to skin", "Week 1: 12 mL a day", "Week 3: 31 mL a day"]
    ]


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
        assert [pill.get_text(strip=True) for pill in pills] == ["●○○○Very low certainty"] * 2


@pytest.mark.parametrize("missing", ["certainty_reason", "certainty_by", "certainty_on"])
def test_no_grade_stands_without_its_reason_its_judge_and_its_day(missing, synthesis):
    page = synthesis()
    for name, value in graded(**{missing: None if missing.endswith("on") else ""}).items():
        setattr(page, name, value)
    with pytest.raises(ValidationError) as refused:
        page.clean()
    assert list(refused.value.message_dict) == [missing]


def test_a_synthesis_costs_the_same_for_3_and_for_40_records(
    client, record, synthesis, translate, case_studies
):
    pages = [record(f"Record {number}", measures=[("measure", measure())]) for number in range(3)]
    page = synthesis(changes=[("change", {"change": "Chairs", "records": pages})], **graded())
    hindi_page = translate(page, "संश्लेषण")
    few = [queries(client, each) for each in (page, hindi_page)]
    for number in range(3, 40):
        kind = (case_studies, CaseStudyPage) if number % 2 else ()
        pages.append(record(f"Record {number}", *kind, measures=[("measure", measure())]))
    assert [queries(client, each) for each in (page, hindi_page)] == few
    page.changes = [
        ("change", {"change": f"Change {number}", "records": pages[number:]}) for number in range(9)
    ]
    page.save_revision().publish()
    assert queries(client, page) == few[0]


def test_a_synthesis_on_nothing_says_so(client, synthesis):
    page = synthesis()
    assert "No record has been filed under its topics yet." in read(client, page).get_text()


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
