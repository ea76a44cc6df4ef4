"""Workbooks of Excel and of other spreadsheets that save its format (.xlsx)."""

import datetime
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from core.uploads import require_modest_archive

from .columns import canonical_name
from .record import Record
from .report import ImportRefused, Report
from .table import add_values, columns_of
from .xlsx_facts import Facts, facts_of

DATES = {"published_on", "reviewed_on", "review_due_on"}
# No sheet of Excel's has a row beyond this one; a file that says otherwise was forged.
_LAST_ROW = 1_048_576
# A cell holds 32,767 characters; what is longer goes on in columns such as “transcript (2)”.
_CONTINUED = re.compile(r"(.*\S)\s*\((\d+)\)", re.DOTALL)
# How Excel writes a carriage return, and an underscore before what looks like one.
_ESCAPED = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)|_x000[Dd]_")
_MACROS = "xl/vbaProject.bin"

Row = tuple[int, list]


def looks_like(start: bytes) -> bool:
    """Whether a file begins as every workbook does; other archives are refused when read."""
    return start.startswith(b"PK\x03\x04")


def read(data: bytes, report: Report) -> list[Record]:
    """The rows of the first sheet that has known column names, with the sheet's row numbers."""
    _require_workbook(data)
    with _opened(data) as workbook:
        sheet, rows = _sheet_with_headings(workbook)
        facts = facts_of(data, sheet)
        _tell(facts, workbook, sheet, report)
        if not rows:
            raise ImportRefused(_("The file has no row of column names that can be read."))
        (first, headings), *rows = rows
        names, continued = _names([_text_of_heading(cell) for cell in headings])
        columns = columns_of(names, first, report)
        if not rows:
            report.add(_("The file holds no row below the column names."))
        if "title" not in columns:
            return []
        reader = _Reader(columns, continued, facts, report)
        return [reader.record(number, cells) for number, cells in rows]


def _require_workbook(data: bytes) -> None:
    try:
        require_modest_archive(io.BytesIO(data))
    except ValidationError as error:
        raise ImportRefused(error.messages[0]) from error
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = set(archive.namelist())
    if _MACROS in names:
        raise ImportRefused(_("The workbook has macros (.xlsm). Save it as .xlsx."))
    if "xl/workbook.xml" not in names:
        raise ImportRefused(_("This is not a workbook that Excel has saved as .xlsx."))


@contextmanager
def _opened(data: bytes) -> Iterator[Workbook]:
    """The workbook, of which only what is asked for is read; a damaged one is refused.

    openpyxl lets out whatever goes wrong within it, of any kind.
    """
    try:
        with warnings.catch_warnings(action="ignore"):
            yield load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except ImportRefused:
        raise
    except Exception as error:
        raise ImportRefused(
            _("The workbook is damaged and cannot be read. Save it again.")
        ) from error


def _sheet_with_headings(workbook: Workbook) -> tuple[ReadOnlyWorksheet, list[Row]]:
    """The first sheet to be seen whose first row has a title among known names, and its rows."""
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    if not sheets:
        raise ImportRefused(_("The workbook has no sheet that can be seen."))
    for sheet in sheets:
        # What a sheet says of its size is often wrong, and sometimes a million empty rows.
        sheet.reset_dimensions()
    wanted = next((sheet for sheet in sheets if _has_title(sheet)), sheets[0])
    return wanted, list(_rows(wanted))


def _has_title(sheet: ReadOnlyWorksheet) -> bool:
    _number, cells = next(_rows(sheet), (0, []))
    return "title" in {canonical_name(_text_of_heading(cell)) for cell in cells}


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[Row]:
    """Every row that is not blank, with its number in the sheet."""
    for number, cells in enumerate(sheet.iter_rows(max_row=_LAST_ROW), start=1):
        if any(cell.value is not None and str(cell.value).strip() for cell in cells):
            yield number, list(cells)


def _text_of_heading(cell) -> str:
    return "" if cell.value is None else str(cell.value)


def _names(headings: list[str]) -> tuple[list[str], dict[int, int]]:
    """The headings, and which columns go on with the text of which others."""
    continued = {}
    for number, heading in enumerate(headings):
        match = _CONTINUED.fullmatch(heading.strip())
        if match and match[1] in headings and canonical_name(match[1]):
            continued[number] = headings.index(match[1])
    names = ["" if number in continued else name for number, name in enumerate(headings)]
    return names, continued


def _tell(facts: Facts, workbook: Workbook, sheet: ReadOnlyWorksheet, report: Report) -> None:
    """What is wrong with a sheet as a whole, and what its author may not expect."""
    for place, row in facts.merged:
        report.add(_("the cells {place} are merged. Divide them.").format(place=place), row)
    if hidden := facts.hidden_rows:
        report.note(
            ngettext(
                "{count} hidden row was read like the others.",
                "{count} hidden rows were read like the others.",
                hidden,
            ).format(count=hidden)
        )
    others = [other.title for other in workbook.worksheets if other is not sheet]
    if others:
        report.note(_("Of the workbook's sheets, only “{name}” was read.").format(name=sheet.title))


class _Reader:
    """Makes records of rows."""

    def __init__(
        self,
        columns: list[str | None],
        continued: dict[int, int],
        facts: Facts,
        report: Report,
    ) -> None:
        self._columns = columns
        self._continued = continued
        self._facts = facts
        self._report = report

    def record(self, row: int, cells: list) -> Record:
        """The record of one row; what is wrong with its cells goes to the report."""
        record = Record(row)
        texts = [self._text(row, number, cell) for number, cell in enumerate(cells)]
        for number, first in self._continued.items():
            if number < len(texts):
                texts[first] += texts[number]
        for number, text in enumerate(texts):
            column = self._columns[number] if number < len(self._columns) else None
            if column:
                add_values(record, column, text, row)
            elif text.strip() and number not in self._continued:
                self._report.add(
                    _("cell {place} has a value, but its column has no name.").format(
                        place=_place(row, number)
                    ),
                    row,
                )
        return record

    def _text(self, row: int, number: int, cell) -> str:
        column = self._columns[number] if number < len(self._columns) else None
        if cell.value is None:
            if (place := _place(row, number)) in self._facts.formulas_without_value:
                self._report.add(
                    _("the formula in cell {place} has no result stored with it.").format(
                        place=place
                    ),
                    row,
                )
            return ""
        if cell.data_type == "e":
            self._report.add(
                _("cell {place} holds the error {error}.").format(
                    place=_place(row, number), error=cell.value
                ),
                row,
            )
            return ""
        if isinstance(cell.value, datetime.date | datetime.time | datetime.timedelta):
            return self._time(row, number, column, cell.value)
        return _as_text(cell.value)

    def _time(self, row: int, number: int, column: str | None, value) -> str:
        """A day where a column takes days; a spreadsheet makes one of pages 1-2, too."""
        if column in DATES and isinstance(value, datetime.date):
            return value.isoformat()[:10]
        if column == "duration" and not isinstance(value, datetime.date):
            return str(_seconds(value))
        self._report.add(
            _(
                "cell {place} holds a date or a time where none belongs. Format the column as "
                "text and write the value again."
            ).format(place=_place(row, number)),
            row,
        )
        return ""


def _as_text(value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, str):
        text = _ESCAPED.sub(lambda found: "_" if "5" in found.group() else "", value)
        return text.replace("\r\n", "\n").replace("\r", "\n")
    return str(value)


def _seconds(value: datetime.time | datetime.timedelta) -> int:
    if isinstance(value, datetime.timedelta):
        return round(value.total_seconds())
    return value.hour * 3600 + value.minute * 60 + value.second


def _place(row: int, number: int) -> str:
    return f"{get_column_letter(number + 1)}{row}"
