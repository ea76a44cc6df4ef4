"""What a sheet's XML tells and openpyxl, reading row by row, passes over."""

import io
import zipfile
from dataclasses import dataclass, field

from defusedxml.ElementTree import iterparse
from openpyxl.utils import range_boundaries
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml.constants import SHEET_MAIN_NS

_ROW, _CELL, _FORMULA, _VALUE, _MERGED = (
    f"{{{SHEET_MAIN_NS}}}{name}" for name in ("row", "c", "f", "v", "mergeCell")
)


@dataclass
class Facts:
    """Merged cells as (range, first row), how many rows with cells are hidden, and places."""

    merged: list[tuple[str, int]] = field(default_factory=list)
    hidden_rows: int = 0
    formulas_without_value: set[str] = field(default_factory=set)


def facts_of(data: bytes, sheet: ReadOnlyWorksheet) -> Facts:
    """The facts of one sheet of a workbook."""
    facts = Facts()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(sheet._worksheet_path) as file:
        for _event, element in iterparse(file):
            if element.tag == _ROW:
                _take_row(element, facts)
                element.clear()
            elif element.tag == _MERGED:
                place = element.get("ref", "")
                facts.merged.append((place, range_boundaries(place)[1]))
    return facts


def _take_row(row, facts: Facts) -> None:
    if row.get("hidden") in ("1", "true") and row.find(f"{_CELL}/*") is not None:
        facts.hidden_rows += 1
    for cell in row.iterfind(f"{_CELL}/{_FORMULA}/.."):
        # A result of type “str” may be an empty text.
        if not cell.findtext(_VALUE) and cell.get("t") != "str":
            facts.formulas_without_value.add(cell.get("r", ""))
