"""Shelves: the newest of every kind and outcome, whatever else was published since."""

from datetime import date

import pytest
from django.utils import translation

from search import shelves


def titles(hits):
    return [hit.title for hit in hits]


@pytest.fixture
def many(library):
    """Five initiatives that worked, published after the one that did not."""
    library.initiative("Old", outcome="did_not_work", published_on=date(2019, 1, 1))
    for year in range(2020, 2025):
        library.initiative(f"Of {year}", outcome="worked", published_on=date(year, 1, 1))


def test_each_outcome_has_room_and_its_newest_come_first(many):
    stock = shelves.stocked(2)
    assert titles(stock.with_outcome("worked")) == ["Of 2024", "Of 2023"]
    assert titles(stock.with_outcome("did_not_work")) == ["Old"]
    assert titles(stock.newest(1)) == ["Of 2024"]


def test_totals_count_resources_and_not_what_is_shown_of_them(many, library):
    english = library.guide("A guide")
    library.translation(english, "hi", "एक गाइड")
    stock = shelves.stocked(1)
    assert (stock.total("initiative"), stock.total("guide"), stock.total()) == (6, 1, 7)


def test_what_the_reader_can_read_stands_before_what_is_newer(library):
    old = library.guide("Old", published_on=date(2019, 1, 1))
    library.translation(old, "hi", "पुराना")
    library.guide("New", published_on=date(2024, 1, 1))
    with translation.override("hi"):
        assert titles(shelves.stocked(2).of_type("guide")) == ["पुराना", "New"]
        assert titles(shelves.stocked(1).of_type("guide")) == ["पुराना"]


def test_an_empty_library_has_empty_shelves(library):
    assert shelves.stocked(6) == shelves.Shelves([], {})


def test_a_shelf_costs_two_queries(many, library, django_assert_num_queries):
    shelves.stocked(6)
    with django_assert_num_queries(2):
        shelves.stocked(6)
