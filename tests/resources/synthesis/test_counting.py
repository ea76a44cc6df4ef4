"""A synthesis counts the records on its topics as they are now, in every language alike."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from resources.models import CaseStudyPage, ResourceTopic, Topic
from tests.resources.synthesis.synthesis_pages import (
    counts,
    graded,
    measure,
    queries,
    read,
    records_shown,
)

pytestmark = pytest.mark.django_db


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
    assert told == "Not counted: Withdrawn: 1 Superseded: 1 Illustrative: 1"


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


def test_a_synthesis_costs_the_same_for_3_and_for_20_records(
    client, record, synthesis, translate, case_studies
):
    pages = [record(f"Record {number}", measures=[("measure", measure())]) for number in range(3)]
    page = synthesis(changes=[("change", {"change": "Chairs", "records": pages})], **graded())
    hindi_page = translate(page, "संश्लेषण")
    few = [queries(client, each) for each in (page, hindi_page)]
    for number in range(3, 20):
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
