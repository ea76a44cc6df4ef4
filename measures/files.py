"""Points read from a CSV file or from a workbook of a spreadsheet (.xlsx)."""

import codecs
import datetime
import io
import re
import warnings
from collections.abc import Iterator
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from openpyxl import load_workbook

from core.uploads import require_modest_archive

from .reading import MOST_POINTS, Line, Row, read_lines, read_text

# Two thousand points with their names take a hundredth of it.
LARGEST_FILE = 2 * 1024 * 1024
_LARGEST_WORKBOOK = 10 * 1024 * 1024
# A sheet of Excel's has no row beyond; a file that says otherwise was forged.
_LAST_ROW = 1_048_576
# Far beyond the columns of points, so that what stands beside them is told and not cut off.
_LAST_COLUMN = 16
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# What of a cell's format is text or a colour: "kg", [Red], \d.
_NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def read_file(data: bytes) -> tuple[Row, ...]:
    """Return the points of a file, by its content: a workbook's first sheet, or CSV in Unicode.

    Raises ValidationError with a message for each line or row that cannot be read, or with what
    to do about a file that is too large, damaged or of another kind.
    """
    if len(data) > LARGEST_FILE:
        raise ValidationError(_("This is too long."))
    if data.startswith(b"PK\x03\x04"):
        return read_lines(_rows(data))
    return read_text(_decoded(data))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-16" if data.startswith(_UTF16) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ValidationError(_("Save the file as CSV in UTF-8, or as .xlsx.")) from error


def _rows(data: bytes) -> Iterator[Line]:
    """The rows of the first sheet to be seen that are not blank, with their numbers."""
    file = io.BytesIO(data)
    require_modest_archive(file, _LARGEST_WORKBOOK)
    try:
        with warnings.catch_warnings(action="ignore"):
            workbook = load_workbook(file, read_only=True, data_only=True)
            sheet = next(each for each in workbook.worksheets if each.sheet_state == "visible")
            # What a sheet says of its size is often wrong.
            sheet.reset_dimensions()
            return _taken(sheet)
    except Exception as error:
        # openpyxl lets out whatever goes wrong within it, of any kind.
        raise ValidationError(
            _("The workbook is damaged and cannot be read. Save it again.")
        ) from error


def _taken(sheet) -> list[Line]:
    rows, before = [], None
    every = sheet.iter_rows(max_row=_LAST_ROW, max_col=_LAST_COLUMN)
    for number, row in enumerate(every, start=1):
        # Rows that the file leaves out, of which a forged one has a million, are one object.
        texts = [] if row is before else [_text(cell, at == 0) for at, cell in enumerate(row)]
        before = row
        if any(texts):
            rows.append((number, texts))
        if len(rows) > MOST_POINTS + 1:
            break
    return rows


def _text(cell, first: bool) -> str:
    """What a cell shows: a day or month as ISO 8601 writes it, a share in hundredths."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.date):
        return _date(value, _NOT_FORMAT.sub("", cell.number_format))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return str(value).strip()
    # Fifteen digits are what spreadsheets keep and show.
    number = Decimal(format(value, ".15g"))
    if "%" in _NOT_FORMAT.sub("", cell.number_format):
        number = (number * 100).normalize()
    text = f"{number:f}"
    # A nought in front says that the point is a decimal point and not one of thousands.
    return text if first or "." not in text else re.sub(r"(?=\d)", "0", text, count=1)


def _date(value: datetime.date, shown_as: str) -> str:
    has_day = "d" in shown_as.lower()
    return value.isoformat()[: 10 if has_day else 7]
