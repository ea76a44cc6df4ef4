"""What search needs of a database, whichever it is."""

from dataclasses import dataclass
from typing import Protocol

from django.db.models import QuerySet

from .conditions import Notation
from .words import Numbers, ObjectWords


@dataclass(frozen=True)
class Place:
    """Where words are looked up, in SQL: a table, and in it the column of objects' numbers.

    `matches` is the condition on a row, `score` its score, higher for better; each parameter of
    either is an expression that `notation` has written. `most_ranked` is how many rows can be
    ranked in the time of a request, None if the table has no limit.
    """

    table: str
    number: str
    matches: str
    score: str
    notation: Notation
    most_ranked: int | None = None

    def among(self, numbers: Numbers) -> str:
        """Return the condition that a row stands for one of the objects with `numbers`."""
        return f"{self.number} BETWEEN {numbers.first} AND {numbers.last}"

    def key(self, numbers: Numbers) -> str:
        """Return the primary key of a row's object, one of those with `numbers`."""
        return f"{self.number} - {numbers.first}"


# A beginning that so many titles have in common is no reason to rank them.
MOST_RANKED = 500


class Store(Protocol):
    """The tables of one kind of database that hold the words of objects.

    `words` is where those of all search fields are looked up, `titles` the same for titles only,
    `typed` where those are that somebody types. If `words` has a limit, `typed` has its table.
    `listed` selects numbers from a list in JSON.
    """

    words: Place
    titles: Place
    typed: Place
    listed: str

    def write(self, rows: list[ObjectWords]) -> None:
        """Store `rows` in place of those with the same numbers."""

    def delete(self, number: int) -> None:
        """Forget the row with this number; an unknown one is no error."""

    def delete_strays(self, numbers: Numbers, keys: QuerySet) -> None:
        """Forget the rows among `numbers` that stand for none of the primary keys `keys`."""

    def clear(self) -> None:
        """Forget everything."""

    def settle(self) -> None:
        """Do what keeps questions quick after many rows were written."""
