"""CSV with a row of column names, as spreadsheets save it."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .columns import canonical_name
from .encoding import decode
from .record import Record
from .report import ImportRefused, Report
from .table import add_values, columns_of

DELIMITERS = (",", ";", "\t")
# Spreadsheets run a cell that begins so: https://owasp.org/www-community/attacks/CSV_Injection
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# What begins with + or - and is no formula: numbers, telephone numbers, dashes and list items.
# A quote in front makes a spreadsheet show the cell (and keep the quote): exports write it.
DISARMED = re.compile(r"'+(?!')(.*)", re.DOTALL)
HARMLESS = re.compile(r"[+-]\d[\d\s.,()%-]*|-+|-\s[^=+@]*", re.DOTALL)


def looks_like(start: bytes) -> bool:
    """Whether the first line of a file is a row of column names we know, title among them."""
    try:
        first_line = start.decode("utf-8-sig", errors="ignore").splitlines()[0]
        headings = next(csv.reader([first_line], delimiter=_delimiter_of(first_line)))
    except (IndexError, StopIteration, csv.Error):
        return False
    return "title" in map(canonical_name, headings)


def read(data: bytes, report: Report) -> list[Record]:
    """The rows of a CSV file as records; what is wrong with the file goes to the report."""
    text = decode(data, report)
    delimiter = _delimiter_of(text.split("\n", 1)[0])
    with _fields_of_any_size(len(text) + 1):
        rows = list(numbered_rows(text, delimiter, report))
    if not rows:
        raise ImportRefused(_("The file has no row of column names that can be read."))
    (first, headings), *rows = rows
    columns = columns_of(headings, first, report)
    if not rows and not len(report):
        report.add(_("The file holds no row below the column names."))
    if "title" not in columns:
        return []
    return [
        _to_record(line, columns, row, report)
        for line, row in rows
        if fits(line, row, headings, report)
    ]


def _delimiter_of(header: str) -> str:
    """The delimiter that makes most known column names of the header; a comma when in doubt."""

    def known(delimiter: str) -> int:
        return sum(canonical_name(name.strip(' "')) is not None for name in header.split(delimiter))

    return max(DELIMITERS, key=known)


@contextmanager
def _fields_of_any_size(limit: int) -> Iterator[None]:
    """Lets the csv module pass long fields, which validation then reports with their lines."""
    before = csv.field_size_limit(limit)
    try:
        yield
    finally:
        csv.field_size_limit(before)


def numbered_rows(text: str, delimiter: str, report: Report) -> Iterator[tuple[int, list[str]]]:
    """Every row that is not blank, with the line it begins on."""
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            report.add(_quoting_problem(str(error)), line)
            continue
        if any(cell.strip() for cell in row):
            yield line, row


def _quoting_problem(reason: str) -> str:
    if "end of data" in reason:
        return _("a quote that is opened in this row is never closed.")
    return _("the quotes of this row cannot be read ({reason}).").format(reason=reason)


def fits(line: int, row: list[str], headings: list[str], report: Report) -> bool:
    """Whether a row has a cell for each heading; blank ones beyond are cut off, others reported."""
    del row[_width(row, len(headings)) :]
    if len(row) == len(headings):
        return True
    report.add(
        ngettext(
            "this row has {count} column, the first row {expected}. Is a quote or a delimiter "
            "missing or too many?",
            "this row has {count} columns, the first row {expected}. Is a quote or a delimiter "
            "missing or too many?",
            len(row),
        ).format(count=len(row), expected=len(headings)),
        line,
    )
    return False


def _width(row: list[str], wanted: int) -> int:
    """The row's width without the blank columns some spreadsheets add at its end."""
    width = len(row)
    while width > wanted and not row[width - 1].strip():
        width -= 1
    return width


def _to_record(start: int, columns: list[str | None], row: list[str], report: Report) -> Record:
    record = Record(start)
    line = start
    for number, (column, cell) in enumerate(zip(columns, row, strict=True), start=1):
        value = rearm(cell)
        if value == cell and is_formula(value):
            report.add(_formula_problem(column or str(number), value), line)
        if column is None and value.strip():
            report.add(_("column {number} has a value but no name.").format(number=number), line)
        elif column is not None:
            add_values(record, column, value, line)
        line += value.count("\n")
    return record


def disarm(text: str) -> str:
    """A cell that no spreadsheet runs: a quote goes before a formula, or before such a quote."""
    return f"'{text}" if _would_run(text) else text


def rearm(text: str) -> str:
    """The text of a cell that `disarm` has made safe; any other as it is."""
    return text[1:] if text.startswith("'") and _would_run(text[1:]) else text


def _would_run(text: str) -> bool:
    quoted = DISARMED.fullmatch(text)
    return is_formula(quoted[1] if quoted else text)


def is_formula(value: str) -> bool:
    """Whether a spreadsheet would run this cell instead of showing it."""
    text = value.lstrip(" \n")
    if not text.strip() or not text.startswith(FORMULA_STARTS):
        return False
    return text[0] in "\t\r" or HARMLESS.fullmatch(text.strip()) is None


def _formula_problem(column: str, value: str) -> str:
    return _(
        "column “{column}” begins with “{start}”, which a spreadsheet takes for a formula: "
        "{text}. Take the sign away."
    ).format(column=column, start=value.lstrip(" \n")[0], text=value.strip()[:40])
