"""What tables have in common: a row of column names, and cells of one or several values."""

import difflib
import re

from django.utils.translation import gettext as _

from .columns import COLUMNS, canonical_name, known_headings
from .names import natural_order
from .record import Record
from .report import Report


def columns_of(headings: list[str], line: int, report: Report) -> list[str | None]:
    """The canonical name of each column; None for one that is unknown or has no heading.

    What is wrong with the headings, which stand on `line`, goes to the report.
    """
    columns = [canonical_name(heading) for heading in headings]
    for heading, column in zip(headings, columns, strict=True):
        if column is None and heading.strip():
            report.add(_unknown_column(heading.strip()), line)
    for column in {name for name in columns if name and columns.count(name) > 1}:
        report.add(_("column “{name}” is there twice.").format(name=column), line)
    if "title" not in columns:
        report.add(_("there is no column “title”."), line)
    return columns


def _unknown_column(heading: str) -> str:
    near = difflib.get_close_matches(heading.lower()[:80], known_headings(), n=1)
    if near:
        return _("unknown column “{name}”. Is it “{near}”?").format(name=heading[:60], near=near[0])
    return _("unknown column “{name}”. Known are: {columns}.").format(
        name=heading[:60], columns=", ".join(COLUMNS)
    )


def add_values(record: Record, column: str, value: str, line: int) -> None:
    """Adds what a cell holds, cut into its values where the column takes several."""
    separator = COLUMNS[column].separator
    for part in split_values(value, separator) if separator else [value]:
        record.add(column, natural_order(part) if column == "authors" else part, line)


def split_values(text: str, separator: str) -> list[str]:
    r"""The values of one cell; “\;” is a semicolon within a value, and “\\” one backslash."""
    parts = re.findall(rf"(?:\\[{separator}\\]|[^{separator}])+", text)
    return [re.sub(rf"\\([{separator}\\])", r"\1", part) for part in parts]


def escape_separator(text: str, separator: str) -> str:
    """A value that `split_values` gives back as it is."""
    return text.replace("\\", r"\\").replace(separator, f"\\{separator}")
