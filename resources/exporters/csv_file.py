"""CSV that opens in a spreadsheet without running anything."""

import csv
import io
from collections.abc import Iterable

from resources.importers.csv_file import disarm

from .cells import cell_of, used_columns
from .rows import Row

# Spreadsheets take UTF-8 for an older encoding without it.
_MARK = "\ufeff"


def write(rows: Iterable[Row]) -> bytes:
    """The rows as a CSV file, with the columns that any of them has a value for."""
    rows = list(rows)
    used = used_columns(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(used)
    for row in rows:
        writer.writerow(disarm(cell_of(row, name)) for name in used)
    return (_MARK + out.getvalue()).encode()
