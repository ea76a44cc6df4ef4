"""Workbooks for Excel and other spreadsheets, in which every cell is text and none a formula."""

import io
import re
from collections.abc import Iterable, Iterator

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .cells import cell_of, used_columns
from .rows import Row

# https://support.microsoft.com/en-us/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3
_LONGEST_CELL = 32_767
_TEXT_FORMAT = "@"
# Excel reads _x0041_ as the letter A.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_WIDTHS = {"title": 50, "summary": 60, "body": 60}
_USUAL_WIDTH = 18


def write(rows: Iterable[Row]) -> bytes:
    """The rows as a workbook of one sheet, with the columns that any of them has a value for."""
    rows = list(rows)
    columns = used_columns(rows)
    table = [[_parts(cell_of(row, name)) for name in columns] for row in rows]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Resources")
    sheet.freeze_panes = "A2"
    headings = list(_headings(columns, widths))
    for number, name in enumerate(headings, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(name, _USUAL_WIDTH)
    sheet.append([_cell(sheet, name, is_heading=True) for name in headings])
    for row in table:
        sheet.append([_cell(sheet, text) for text in _padded(row, widths)])
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def _parts(text: str) -> list[str]:
    """A text as it goes into one cell, or into several where it is too long for one."""
    escaped = _LOOKS_ESCAPED.sub("_x005F_", text)
    starts = range(0, max(len(escaped), 1), _LONGEST_CELL)
    return [escaped[start : start + _LONGEST_CELL] for start in starts]


def _headings(columns: list[str], widths: list[int]) -> Iterator[str]:
    for name, width in zip(columns, widths, strict=True):
        yield name
        yield from (f"{name} ({number})" for number in range(2, width + 1))


def _padded(row: list[list[str]], widths: list[int]) -> Iterator[str]:
    for parts, width in zip(row, widths, strict=True):
        yield from (*parts, *[""] * (width - len(parts)))


def _cell(sheet, text: str, is_heading: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, text or None)
    cell.number_format = _TEXT_FORMAT
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if is_heading:
        cell.font = Font(bold=True)
    if text:
        # A text that begins with "=" stays text, also after somebody has edited the cell.
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell
