"""What makes one row rank before another is the same on every engine."""

import pytest

from search.engines import database_engine, elasticsearch_engine
from search.engines.base import QueryWord, WordRow, WordsQuery

FILLER = " ".join(f"filler{number}" for number in range(20))


@pytest.fixture
def order(db, engine):
    """Return a function that gives the numbers of rows in the order of their rank."""
    stores = []

    def rank(query, *rows):
        others = [WordRow(number, "", "", FILLER, FILLER) for number in range(100, 110)]
        kept = [*(WordRow(number, *row) for number, row in enumerate(rows)), *others]
        stores.append((elasticsearch_engine() or database_engine()).apart("ranking_test", kept))
        scores = stores[-1].find(query)
        return sorted(scores, key=scores.get, reverse=True)

    yield rank
    for store in stores:
        store.drop()


def asked(*words):
    return WordsQuery(tuple(QueryWord(word, (f"en\ue000{word}",)) for word in words))


def row(title="", keywords="", body="", exact=None):
    """Return a row's words, all of them stemmed, and as written where `exact` does not say."""
    stems = [" ".join(f"en\ue000{word}" for word in text.split()) for text in (title, keywords)]
    running = " ".join(f"en\ue000{word}" for word in f"{body} {FILLER}".split())
    written = f"{title} {keywords} {body}" if exact is None else exact
    return (*stems, running, f"{written} {FILLER}")


def test_a_title_counts_more_than_keywords_and_keywords_more_than_text(order):
    rows = row(body="oxytocin"), row(keywords="oxytocin"), row(title="oxytocin")
    assert order(asked("oxytocin"), *rows) == [2, 1, 0]


def test_a_word_as_it_was_written_counts_more_than_its_stem_alone(order):
    rows = row(body="infect", exact="infections"), row(body="infect", exact="infect")
    assert order(asked("infect"), *rows) == [1, 0]


def test_a_word_as_it_was_written_comes_first_even_where_its_stem_stands_in_a_title(order):
    rows = row(title="infect infect", exact="infections"), row(body="infect", exact="infect")
    assert order(asked("infect"), *rows) == [1, 0]


def test_a_rare_word_counts_more_than_a_common_one(order):
    common = [row(body="ward") for _ in range(5)]
    assert order(asked("ward", "sepsis"), *common, row(body="sepsis"))[0] == 5


def test_a_short_text_counts_more_than_a_long_one(order):
    rows = row(body=f"sepsis {FILLER} {FILLER} {FILLER}"), row(body="sepsis")
    assert order(asked("sepsis"), *rows) == [1, 0]


def test_all_words_come_before_some_of_them_however_often(order):
    rows = row(title="sepsis sepsis sepsis"), row(body="sepsis ward")
    assert order(asked("sepsis", "ward"), *rows) == [1, 0]


def test_what_a_question_repeats_counts_more(order):
    once, twice = QueryWord("ward", ("en\ue000ward",)), QueryWord("team", ("en\ue000team",), 3)
    rows = row(body="ward"), row(body="team")
    assert order(WordsQuery((once, twice)), *rows) == [1, 0]
