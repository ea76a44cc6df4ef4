"""What every search engine does, and what it is told.

Engines know words and numbers, not pages: they keep rows of words and name the rows that
answer a question. Who may see what, counting and paging happen afterwards, in one place.
"""

from dataclasses import dataclass
from typing import Protocol

# Of the rows that match, at most so many are looked at further.
MOST_CANDIDATES = 10_000

# Added to the score of a row that has every word, so that these rank before all others.
ALL_WORDS = 10_000.0

# How much a word counts by where it stands. A title says what a resource is about, summary
# and keywords come near, and a word as the reader wrote it is worth more than its stem alone.
TITLE, KEYWORDS, BODY, EXACT = 3.0, 1.5, 1.0, 0.5


@dataclass(frozen=True)
class WordRow:
    """The words of one entry, separated by spaces: stems by field, and all exact forms."""

    id: int
    title: str
    keywords: str
    body: str
    exact: str


@dataclass(frozen=True)
class QueryWord:
    """One word asked for: as written, and as the stemmers of all languages store it."""

    exact: str
    stems: tuple[str, ...] = ()


@dataclass(frozen=True)
class WordsQuery:
    """The words asked for (any may match), and pieces of words that rank higher side by side."""

    words: tuple[QueryWord, ...]
    phrases: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Candidates:
    """A SELECT, with its parameters, of (entry id, score); the higher the score the better."""

    sql: str
    params: tuple


class EngineUnavailable(Exception):
    """The engine did not answer, or not in time."""


class EngineResting(EngineUnavailable):
    """The engine was not asked, because it has just failed."""


class Engine(Protocol):
    """The interface of an engine; every method may raise EngineUnavailable."""

    def replace(self, rows: list[WordRow]) -> None:
        """Store `rows` in place of those with the same ids."""

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; unknown ones are no error."""

    def candidates(self, query: WordsQuery) -> Candidates:
        """Return how to select the rows that answer `query`."""
