"""A record as a file gives it, before anything is known about page types."""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Cell:
    """A value as written, and the line of the file it stands on."""

    value: str
    line: int


@dataclass
class Record:
    """One reference, row or episode: canonical column name -> its values, and its first line."""

    line: int
    cells: dict[str, list[Cell]] = field(default_factory=dict)

    def add(self, column: str, value: str, line: int) -> None:
        """Adds one value to a column; blank values say nothing and are left out."""
        if value.strip():
            self.cells.setdefault(column, []).append(Cell(value, line))

    def line_of(self, column: str) -> int:
        """The line a column's first value stands on, or the record's own line."""
        cells = self.cells.get(column)
        return cells[0].line if cells else self.line
