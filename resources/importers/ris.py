"""RIS, the format reference managers and publishers exchange.

Tags: https://en.wikipedia.org/wiki/RIS_(file_format); the grammar of a line is rispy's.
"""

import re

import rispy
from django.utils.translation import gettext as _

from .columns import COLUMNS
from .encoding import decode
from .names import natural_order
from .record import Cell, Record
from .report import Report

# Where several tags say the same thing, the first one present is believed.
COLUMN_TAGS = {
    "title": ("TI", "T1"),
    "abstract": ("AB", "N2"),
    "journal": ("T2", "JF", "JO", "JA"),
    "year": ("PY", "Y1", "DA"),
    "published_on": ("DA", "PY", "Y1"),
    "volume": ("VL",),
    "issue": ("IS",),
    "doi": ("DO",),
    "url": ("UR",),
    "language": ("LA",),
}
# Tags whose lines are paragraphs of one text.
TEXT_TAGS = {"AB", "N2"}
# RIS leaves U1 to U5 to its users. Exports of this hub write there what RIS has no tag for.
OWN_TAG, OWN_PREFIX = "U1", "qihub."
LIST_TAGS = {"authors": ("AU", "A1"), "keywords": ("KW",)}
# Databases put a line or two about themselves before the first reference, and some number them.
PREAMBLE = re.compile(r"^(\d+\.?|[A-Za-z ]+:.*)$")
FULL_DATE = re.compile(r"^(\d{4})[/-](\d{1,2})[/-](\d{1,2})\b")

Tags = dict[str, list[Cell]]


def looks_like(start: bytes) -> bool:
    """Whether a file begins as RIS does."""
    return re.search(rb"^\W*TY  -", start, re.MULTILINE) is not None


def read(data: bytes, report: Report) -> list[Record]:
    """The references of a RIS file; broken ones go to the report."""
    lines = decode(data, report).split("\n")
    references = _References(report)
    parse_line = rispy.RisParser().parse_line
    for number, line in enumerate(lines, start=1):
        tag, content = parse_line(line)
        references.take(tag, content, number)
    references.finish()
    return [_to_record(line, tags) for line, tags in references.complete]


class _References:
    """Gathers lines into references and notices where one is cut off."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.complete: list[tuple[int, Tags]] = []
        self._start: int | None = None
        self._tags: Tags = {}
        self._last_tag: str | None = None

    def take(self, tag: str | None, content: str, line: int) -> None:
        """Add one line of the file, its tag and content, to the reference being read."""
        if tag == "TY":
            self._report_unfinished(next_line=line)
            self._start, self._tags, self._last_tag = line, {}, None
        elif self._start is None:
            self._outside(tag, content, line)
        elif tag == "ER":
            self.complete.append((self._start, self._tags))
            self._start = None
        elif tag is None:
            self._continuation(content, line)
        else:
            self._tags.setdefault(tag, []).append(Cell(content, line))
            self._last_tag = tag

    def finish(self) -> None:
        """Report what the end of the file leaves open or shows to be missing."""
        self._report_unfinished(next_line=None)
        if not self.complete and not len(self.report):
            self.report.add(_("The file holds no RIS reference (no line “TY  - ”)."))

    def _report_unfinished(self, next_line: int | None) -> None:
        if self._start is None:
            return
        if next_line is None:
            message = _("this reference is cut off: the file ends before its line “ER  - ”.")
        else:
            message = _(
                "this reference has no line “ER  - ” before the next begins on line {next}."
            ).format(next=next_line)
        self.report.add(message, self._start)

    def _outside(self, tag: str | None, content: str, line: int) -> None:
        if tag is not None:
            self.report.add(
                _("tag {tag} stands outside a reference (no “TY  - ” before it).").format(tag=tag),
                line,
            )
        elif content and not PREAMBLE.match(content):
            self.report.add(_("this line is not RIS: “{text}”.").format(text=content[:60]), line)

    def _continuation(self, content: str, line: int) -> None:
        if not content:
            return
        if self._last_tag is None:
            self.report.add(
                _("this line has no RIS tag: “{text}”.").format(text=content[:60]), line
            )
            return
        last = self._tags[self._last_tag][-1]
        self._tags[self._last_tag][-1] = Cell(f"{last.value} {content}", last.line)


def _to_record(line: int, tags: Tags) -> Record:
    record = Record(line)
    for column, names in COLUMN_TAGS.items():
        name = next((name for name in names if tags.get(name)), None)
        if name is not None:
            cell = _paragraphs(tags[name]) if name in TEXT_TAGS else tags[name][0]
            record.add(column, _in_form(column, cell.value), cell.line)
    for column, names in LIST_TAGS.items():
        for name in names:
            for cell in tags.get(name, []):
                value = natural_order(cell.value) if column == "authors" else cell.value
                record.add(column, value, cell.line)
    _add_pages(record, tags)
    _add_accession_number(record, tags)
    _add_own(record, tags)
    return record


def _paragraphs(cells: list[Cell]) -> Cell:
    return Cell("\n".join(cell.value for cell in cells), cells[0].line)


def _add_own(record: Record, tags: Tags) -> None:
    """Columns that an export of this hub has named itself."""
    own: Tags = {}
    for cell in tags.get(OWN_TAG, []):
        column, is_named, value = cell.value.removeprefix(OWN_PREFIX).partition("=")
        if cell.value.startswith(OWN_PREFIX) and is_named and column in COLUMNS:
            own.setdefault(column, []).append(Cell(value, cell.line))
    for column, cells in own.items():
        for cell in cells if COLUMNS[column].separator else [_paragraphs(cells)]:
            record.add(column, cell.value, cell.line)


def _in_form(column: str, value: str) -> str:
    """RIS writes dates as YYYY/MM/DD/other; a year alone is no date of publication."""
    if column == "year":
        return value.split("/")[0]
    if column == "published_on":
        date = FULL_DATE.match(value)
        return "-".join(part.zfill(2) for part in date.groups()) if date else ""
    return value


def _add_pages(record: Record, tags: Tags) -> None:
    ends = [tags[name][0] for name in ("SP", "EP") if tags.get(name) and tags[name][0].value]
    if ends:
        distinct = dict.fromkeys(cell.value for cell in ends)
        record.add("pages", "-".join(distinct), ends[0].line)


def _add_accession_number(record: Record, tags: Tags) -> None:
    """AN is any database's number; only PubMed's and PubMed Central's can be told by their form."""
    for cell in tags.get("AN", []):
        if re.fullmatch(r"\d{1,8}", cell.value):
            record.add("pmid", cell.value, cell.line)
        elif re.fullmatch(r"PMC\d+", cell.value):
            record.add("pmcid", cell.value, cell.line)
