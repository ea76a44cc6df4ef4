"""Filters: what they leave, how they are labelled, and that they follow their terms."""

from datetime import date

import pytest

from resources.choices import Outcome


def test_values_of_one_facet_widen_and_those_of_two_narrow(library, titles):
    library.guide("A", topics=["infection"], audiences=["nurses"])
    library.guide("B", topics=["feeding"], audiences=["doctors"])
    assert set(titles(topic=["infection", "feeding"])) == {"A", "B"}
    assert titles(topic=["infection", "feeding"], audience=["nurses"]) == ["A"]


def test_a_chosen_value_stays_in_sight_when_nothing_has_it(library, search):
    library.guide("A", topics=["infection"])
    results = search(topic=["infection"], type=["initiative"])
    options = {facet.name: facet.options for facet in results.facets}
    assert [(option.value, option.count, option.checked) for option in options["type"]] == [
        ("guide", 1, False),
        ("initiative", 0, True),
    ]


def test_labels_are_in_the_readers_language_or_say_which_they_are_in(library, search):
    term = library.term("topics", "infection", "Infection prevention")
    hindi = term.copy_for_translation(library.section("hi").locale)
    hindi.name = "संक्रमण की रोकथाम"
    hindi.save()
    library.guide("A", topics=["infection"], methods=["pdsa"], countries=["IN"])
    options = {facet.name: facet.options for facet in search(reader="hi").facets}
    assert options["topic"][0].label == "संक्रमण की रोकथाम"
    assert options["topic"][0].lang == ""
    assert options["country"][0].label == "भारत"
    assert options["language"][0].label == "अंग्रेज़ी"
    assert (options["method"][0].label, options["method"][0].lang) == ("Pdsa", "en")


def test_a_renamed_topic_is_found_by_its_new_name(library, titles):
    library.guide("A", topics=["infection"])
    topic = library.term("topics", "infection")
    topic.name = "Sepsis"
    with library.committed():
        topic.save()
    assert titles("sepsis") == ["A"]


def test_a_deleted_topic_is_filtered_by_no_more(library, search, titles):
    library.guide("A", topics=["infection"])
    with library.committed():
        library.term("topics", "infection").delete()
    assert titles("infection") == []
    assert titles(topic=["infection"]) == []
    assert titles() == ["A"]


def test_what_failed_in_one_cycle_is_found_by_it_whatever_came_of_it_all(library, search, titles):
    cycles = {
        title: [("cycle", {"title": "A test", "outcome": outcome}) for outcome in outcomes]
        for title, outcomes in {
            "Posters": ["did_not_work", "worked", "did_not_work"],
            "Chairs": ["worked", ""],
        }.items()
    }
    for title, each in cycles.items():
        library.initiative(title, outcome="worked", cycles=each)
    assert titles(cycle=["did_not_work"]) == ["Posters"]
    options = {facet.name: facet.options for facet in search().facets}
    assert [(each.value, each.label, each.count) for each in options["cycle"]] == [
        ("worked", "Worked", 2),
        ("did_not_work", "Did not work", 1),
    ]


@pytest.mark.parametrize("newest", Outcome.values)
def test_how_a_record_ended_does_not_move_it(library, search, newest):
    for outcome in Outcome.values:
        day = date(2025 if outcome == newest else 2021, 1, 1)
        library.initiative("Oxytocin ready", outcome=outcome, published_on=day)
    hits = search("oxytocin").hits
    assert hits[0].outcome == newest
    assert {hit.outcome for hit in hits} == set(Outcome.values)
