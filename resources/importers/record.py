"""A record as a file gives it, before anything is known about page types."""

from dataclasses import dataclass, field
from typing import Any

from .report import Problem


@dataclass(frozen=True)
class Cell:
    """A value as written, and the line of the file it stands on."""

    value: str
    line: int


@dataclass(frozen=True)
class Show:
    """The podcast that an episode belongs to, by its title.

    `facts` holds what a feed tells of it, by the names of the fields of a PodcastPage; it is
    None where a file only names the show. `notes` says what of it cannot be kept. `language`
    tells shows of one title in an export of several languages apart.
    """

    title: str
    line: int
    facts: dict[str, Any] | None = None
    notes: tuple[Problem, ...] = ()
    language: str = ""


@dataclass
class Record:
    """One reference, row or episode: canonical column name -> its values, and its first line."""

    line: int
    cells: dict[str, list[Cell]] = field(default_factory=dict)
    show: Show | None = None

    def add(self, column: str, value: str, line: int) -> None:
        """Adds one value to a column; blank values say nothing and are left out."""
        if value.strip():
            self.cells.setdefault(column, []).append(Cell(value, line))

    def line_of(self, column: str) -> int:
        """The line a column's first value stands on, or the record's own line."""
        cells = self.cells.get(column)
        return cells[0].line if cells else self.line
