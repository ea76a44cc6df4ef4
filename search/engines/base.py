"""What every search engine does, and what it is told.

Engines know words and numbers, not pages: they keep rows of words and name the rows that
answer a question. Who may see what, counting and paging happen afterwards, in one place.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

# Of the rows that match, at most so many are looked at further.
MOST_CANDIDATES = 10_000

# Added to the score of a row that has every word, so that these rank before all others; once more
# to that of a row that has every word as it stands in the question but for accents and capitals,
# and once more where these are the same too.
ALL_WORDS = 10_000.0

# All engines rank by BM25 (Robertson and Zaragoza 2009, sections 3.2 and 3.5) over fields: how
# often a word stands in a row is counted by where it stands. A title says what a resource is
# about, summary and keywords come near, and what is attached is only a part of it. K1 and B are
# those that SQLite has fixed, and Lucene's defaults.
TITLE, KEYWORDS, BODY, ATTACHED = 3.0, 1.5, 1.0, 0.5
K1, B = 1.2, 0.75

# A word that only resembles what was asked for counts less than one that says it.
NEAR = 0.3


@dataclass(frozen=True)
class WordRow:
    """The words of one entry, separated by spaces: stems by field, and all exact forms.

    `exact` has the folded forms in the order of the fields; `written`, each once, what is written
    with accents or signs that folding drops.
    """

    id: int
    title: str
    keywords: str
    body: str
    exact: str
    attached: str = ""
    written: str = ""


@dataclass(frozen=True)
class QueryWord:
    """One word asked for: folded, and as the stemmers of all languages store it.

    `times` is how often the question has it: what a long question repeats is what it is about.
    `written` is the word with the accents and signs that folding drops, "" where it has none.
    `instead` are sequences of stored words that say the same, `near` stored words that resemble it.
    """

    exact: str
    stems: tuple[str, ...] = ()
    times: int = 1
    written: str = ""
    instead: tuple[tuple[str, ...], ...] = ()
    near: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """All stored words that are this word."""
        return (self.exact, *self.stems)


@dataclass(frozen=True)
class WordsQuery:
    """The words asked for (any may match), and pieces of words that rank higher side by side.

    A row must have every one of the sequences `required` and none of `excluded`, both of exact
    forms.
    """

    words: tuple[QueryWord, ...]
    phrases: tuple[tuple[str, ...], ...] = ()
    required: tuple[tuple[str, ...], ...] = ()
    excluded: tuple[tuple[str, ...], ...] = ()

    @property
    def instead(self) -> tuple[tuple[str, ...], ...]:
        """All sequences that stand for one or several of the words, each once."""
        return tuple(dict.fromkeys(pieces for word in self.words for pieces in word.instead))

    @property
    def near(self) -> tuple[str, ...]:
        """All stored words that resemble one of the words, each once."""
        return tuple(dict.fromkeys(form for word in self.words for form in word.near))


def best(scores: dict[int, float]) -> dict[int, float]:
    """Return the MOST_CANDIDATES best of `scores` by row id."""
    if len(scores) <= MOST_CANDIDATES:
        return scores
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    return {row_id: scores[row_id] for row_id in ranked[:MOST_CANDIDATES]}


class EngineUnavailable(Exception):
    """The engine did not answer, or not in time."""


class EngineResting(EngineUnavailable):
    """The engine was not asked, because it has just failed."""


class Engine(Protocol):
    """The interface of an engine; every method may raise EngineUnavailable."""

    def apart(self, name: str, rows: Iterable[WordRow]) -> "Engine":
        """Return an engine of the same kind and ranking on a store of its own, holding `rows`.

        The store lasts until `drop` is called, or at most as long as the site's data.
        """

    def replace(self, rows: list[WordRow]) -> None:
        """Store `rows` in place of those with the same ids."""

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; unknown ones are no error."""

    def find(self, query: WordsQuery) -> dict[int, float]:
        """Return the scores of the best rows that answer `query`, by id: the higher the better."""

    def frequencies(self, words: Sequence[QueryWord], most: int) -> list[int]:
        """Return how many rows say each of `words`, counting no further than `most`."""

    def is_answerable(self, query: WordsQuery) -> bool:
        """Return whether any row has what `query` requires and nothing that it excludes."""
