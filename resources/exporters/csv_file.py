"""CSV that opens in a spreadsheet without running anything."""

import csv
import io
from collections.abc import Iterable

from resources.importers.columns import COLUMNS
from resources.importers.csv_file import disarm, escape_separator
from resources.importers.names import natural_order, whole_name

from .rows import Row

# Spreadsheets take UTF-8 for an older encoding without it.
_MARK = "\ufeff"


def write(rows: Iterable[Row]) -> str:
    """The rows as a CSV file, with the columns that any of them has a value for."""
    rows = list(rows)
    used = [name for name in COLUMNS if name == "title" or any(name in row.values for row in rows)]
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(used)
    for row in rows:
        writer.writerow(disarm(_cell(name, row.values.get(name, ""))) for name in used)
    return _MARK + out.getvalue()


def _cell(column: str, value: str | list[str]) -> str:
    if isinstance(value, str):
        return value
    names = map(_author, value) if column == "authors" else value
    separator = COLUMNS[column].separator
    return f"{separator} ".join(escape_separator(text, separator) for text in names)


def _author(name: str) -> str:
    return name if natural_order(name) == name else whole_name(name)
