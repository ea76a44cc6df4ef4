"""Counts are exact: what brute force over the pages counts, resource by resource."""

import datetime
import random
from collections import Counter

import pytest

from resources.models import ResourcePage
from search.asking import FACETS

SEED = 20_260_101
WORDS = ("oxygen", "ward", "newborn", "sepsis", "breastfeeding")


@pytest.fixture
def shelf(library):
    """Thirty resources with random filing; a third of them translated, some of them hidden."""
    chance = random.Random(SEED)
    for number in range(30):
        make = chance.choice([library.guide, library.initiative])
        fields = {
            "topics": chance.sample(["jaundice", "thermal-care", "feeding"], chance.randint(0, 2)),
            "settings": chance.sample(["nicu", "labour-room"], chance.randint(0, 2)),
            "audiences": chance.sample(["nurses", "doctors"], chance.randint(0, 2)),
            "methods": chance.sample(["pdsa", "run-chart"], chance.randint(0, 1)),
            "countries": chance.sample(["IN", "LK", "NP"], chance.randint(0, 2)),
            "published_on": datetime.date(2015 + chance.randint(0, 3), 1, 1),
        }
        if make == library.initiative:
            fields["outcome"] = chance.choice(["worked", "mixed", "did_not_work", ""])
        page = make(title=f"{chance.choice(WORDS)} {number}", live=number % 7 != 0, **fields)
        if number % 3 == 0:
            library.translation(page, "hi", f"{chance.choice(WORDS)} हिन्दी {number}")
    return chance


def facts():
    """Return, for each page that readers may see, its resource and its values by facet."""
    pages = ResourcePage.objects.live().public().filter(alias_of=None).specific()
    for page in pages:
        record = page.get_search_record()
        values = {name: set(record.facets.get(name, ())) for name in FACETS}
        values.update(
            type={record.type},
            outcome={record.outcome} - {""},
            language={page.locale.language_code},
            year={str(record.year)} - {"None"},
        )
        yield page.translation_key, record.title.split(), values


def brute_force(word, filters):
    """Return the total and the counts by (facet, value), counted page by page."""
    found = [(key, values) for key, title, values in facts() if not word or word in title]
    passing = {
        name: [
            (key, values)
            for key, values in found
            if all(
                values[other] & set(chosen) for other, chosen in filters.items() if other != name
            )
        ]
        for name in (*FACETS, "")
    }
    counts = Counter(
        (name, value)
        for name in FACETS
        for value in {value for _, values in passing[name] for value in values[name]}
        for _key in {key for key, values in passing[name] if value in values[name]}
    )
    return len({key for key, _ in passing[""]}), dict(counts)


def test_totals_and_counts_equal_brute_force(shelf, search):
    chance = shelf
    choices = {
        "type": ["guide", "initiative"],
        "topic": ["jaundice", "thermal-care", "feeding"],
        "setting": ["nicu", "labour-room"],
        "audience": ["nurses", "doctors"],
        "country": ["IN", "LK", "NP"],
        "method": ["pdsa", "run-chart"],
        "outcome": ["worked", "mixed", "did_not_work"],
        "language": ["en", "hi"],
        "year": ["2015", "2016", "2017"],
    }
    for _ in range(60):
        word = chance.choice(["", *WORDS])
        names = chance.sample(sorted(choices), chance.randint(0, 3))
        filters = {name: chance.sample(choices[name], chance.randint(1, 2)) for name in names}
        results = search(word, page_size=100, **filters)
        counts = {
            (facet.name, option.value): option.count
            for facet in results.facets
            for option in facet.options
            if option.count
        }
        assert (results.total, counts) == brute_force(word, filters), (word, filters)
        assert len(results.hits) == results.total
        assert len({hit.id for hit in results.hits}) == results.total


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
