"""Cells of tables: the text of one or several values, as imports read it."""

from collections.abc import Iterable

from resources.importers.columns import COLUMNS
from resources.importers.names import natural_order, whole_name
from resources.importers.table import escape_separator

from .rows import Row


def used_columns(rows: Iterable[Row]) -> list[str]:
    """The columns that any row has a value for, in their usual order, and the title."""
    used = {"title"}.union(*(row.values for row in rows))
    return [name for name in COLUMNS if name in used]


def cell_of(row: Row, column: str) -> str:
    """The text of a row's value, "" for none."""
    value = row.values.get(column, "")
    if isinstance(value, str):
        return value
    names = map(_author, value) if column == "authors" else value
    separator = COLUMNS[column].separator
    return f"{separator} ".join(escape_separator(text, separator) for text in names)


def _author(name: str) -> str:
    return name if natural_order(name) == name else whole_name(name)
