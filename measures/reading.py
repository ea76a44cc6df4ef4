"""Points of a series read from text that was typed or pasted, one point a line."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Context, Decimal
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from core.digits import with_plain_digits

from .numerals import decimal_mark, is_number, number, plain
from .series import Point

MOST_POINTS = 2000
_LONGEST_TEXT = 200_000
_LONGEST_NAME = 60
_MOST_PROBLEMS = 20
# Twelve digits are more than any drawing shows, and few enough to hide how 2/3 was stored.
_COMPUTED = Context(prec=12)
# PostgreSQL keeps no null byte, and no page may hold the others or half a character.
_CONTROL = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")
_DATE = re.compile(r"\d+(?:[-./][QW]?\d+)*", re.ASCII)
_STORED = re.compile(r"-?\d{1,24}(?:\.\d{1,24})?", re.ASCII)
_LAST_WORD = re.compile(r"(.+) (\S+)")
_AROUND_SLASH = re.compile(r"(?<=\d) ?/ ?(?=\d)")
# "2021-01 1 234": thousands apart, or a name that ends in a number?
_SPACED_THOUSANDS = re.compile(r"(?<= )\d{1,3} \d{3}$")
_BEFORE_PERCENT = re.compile(r" (?=[%٪％]$)")
_DELIMITERS = str.maketrans({"،": ",", "؛": ";"})
_DIGIT = re.compile(r"\d")
# The names of columns in the files that the hub itself gives out, and what people call them.
_HEADINGS = {
    "when": "when",
    "period": "when",
    "date": "when",
    "day": "when",
    "week": "when",
    "month": "when",
    "quarter": "when",
    "year": "when",
    "value": "value",
    "numerator": "numerator",
    "cases": "numerator",
    "denominator": "denominator",
    "total": "denominator",
}
_BY_WIDTH = {
    2: ("when", "value"),
    3: ("when", "numerator", "denominator"),
    4: ("when", "value", "numerator", "denominator"),
}

Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Row:
    """A point as it was written: a value, or a fraction, or both."""

    when: str
    value: Decimal | None = None
    numerator: Decimal | None = None
    denominator: Decimal | None = None

    def point(self, per: int) -> Point:
        """Return the point, its value the fraction of `per` (100 for %) where none was given."""
        value = self.value
        if value is None:
            value = _COMPUTED.divide(self.numerator * per, self.denominator)
        return Point(self.when, value, self.numerator, self.denominator)

    def as_json(self) -> dict[str, str]:
        """Return what was given, as text, by the names of the fields."""
        return {
            name: f"{given}" if name == "when" else f"{given:f}"
            for name, given in vars(self).items()
            if given is not None
        }


def from_json(entries: object) -> tuple[Row, ...]:
    """Return the points of a list of what `Row.as_json` gave; numbers may be JSON's own.

    Raises ValidationError for anything else, which a file of another hub may hold.
    """
    try:
        return tuple(_checked(_row_of(**entry)) for entry in entries)
    except TypeError as error:
        raise ValidationError(_("These are not points.")) from error


def _row_of(when: str, **numbers: str | float) -> Row:
    _require_name(when)
    for text in map(str, numbers.values()):
        if not _STORED.fullmatch(text):
            raise ValidationError(_("“%(text)s” is not a number.") % {"text": text[:40]})
    return Row(when, **{name: Decimal(str(number)) for name, number in numbers.items()})


def _require_name(when: str) -> None:
    if _CONTROL.search(when):
        raise ValidationError(_("This holds signs that are not text."))
    if not when or len(when) > _LONGEST_NAME:
        raise ValidationError(_("Say when, in up to %(count)s letters.") % {"count": _LONGEST_NAME})


def name_of(text: str) -> str:
    """Return the name of a point: a date in ASCII digits, which any language writes in its own."""
    text = " ".join(text.split())
    digits = with_plain_digits(text)
    return digits if _DATE.fullmatch(digits) else text


def read_text(text: str) -> tuple[Row, ...]:
    """Return the points of a text, one a line: when, then the value or a fraction such as 45/60.

    Columns stand apart by tabs, semicolons, commas or spaces; three are when, numerator and
    denominator, four have the value second. A line of headings may come first. Raises
    ValidationError with a message for each line that cannot be read.
    """
    if len(text) > _LONGEST_TEXT:
        raise ValidationError(_("This is too long."))
    return read_lines(_lines(text))


def read_lines(lines: Iterable[Line]) -> tuple[Row, ...]:
    """Return the points of lines, each a number to name it by and its cells.

    Raises ValidationError as `read_text` does.
    """
    lines = [(place, [cell.strip() for cell in cells]) for place, cells in lines]
    lines = [(place, _without_blank_end(cells)) for place, cells in lines if any(cells)]
    lines, headings = _without_headings(lines)
    if len(lines) > MOST_POINTS:
        raise ValidationError(_("These are more than %(count)s points.") % {"count": MOST_POINTS})
    if lines and all(len(cells) == 1 for _place, cells in lines):
        lines = [(place, [str(at), *cells]) for at, (place, cells) in enumerate(lines, start=1)]
    return _Reader(lines, headings).rows()


def as_text(rows: Iterable[Row]) -> str:
    """Return points as text that `read_text` reads to the same points."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter="\t", lineterminator="\n")
    for row in rows:
        if row.numerator is None:
            writer.writerow([row.when, f"{row.value:f}"])
        elif row.value is None:
            writer.writerow([row.when, f"{row.numerator:f}/{row.denominator:f}"])
        else:
            given = (row.value, row.numerator, row.denominator)
            writer.writerow([row.when, *(f"{part:f}" for part in given)])
    return out.getvalue().removesuffix("\n")


def _lines(text: str) -> list[Line]:
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_DELIMITERS)
    sign = next((sign for sign in "\t;" if sign in text), "")
    if not sign and "," in text and _commas_part_columns(text):
        sign = ","
    if not sign:
        return [(at, _parted(line, at)) for at, line in enumerate(text.split("\n"), start=1)]
    reader = csv.reader(io.StringIO(text), delimiter=sign, strict=True)
    try:
        return [
            (reader.line_num, cells if len(cells) > 1 else _parted("".join(cells), reader.line_num))
            for cells in reader
        ]
    except csv.Error as error:
        raise ValidationError(
            _("Line %(line)s: a quote is missing or too many.") % {"line": reader.line_num}
        ) from error


def _commas_part_columns(text: str) -> bool:
    """Whether commas stand between columns and not within numbers; ValidationError in doubt."""
    lines = [line for line in text.split("\n") if line.strip()]
    if '"' in text or ("," in lines[0] and not re.search(r"\d", lines[0])):
        return True
    parted = [line.split(",") for line in lines]
    with_columns = all(len(cells) > 1 and is_number(cells[-1]) for cells in parted)
    with_commas = all(is_number(_words(line)[-1]) for line in lines)
    spaced = all(", " in line for line in lines)
    if with_columns and not spaced:
        several = max(map(len, parted)) > 2 and decimal_mark(sum(parted, [])) != "."
        if (with_commas and not _count_up(parted)) or several:
            raise ValidationError(
                _("Commas may stand between columns or within numbers here. Use semicolons.")
            )
    return with_columns or not with_commas


def _count_up(parted: list[list[str]]) -> bool:
    """Whether the first cells are numbers that follow one another, as those of weeks do."""
    first = [plain(cells[0]) for cells in parted]
    if len(first) < 4 or not all(cell.isdecimal() for cell in first):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(first))


def _parted(line: str, place: int) -> list[str]:
    """The words of a line; ValidationError where the last two may be one number."""
    doubtful = _SPACED_THOUSANDS.search(line.rstrip())
    if doubtful and _DIGIT.search(line, 0, doubtful.start()):
        problem = _("“%(text)s” may be read in two ways. Write 1234 or 1.234.")
        raise ValidationError(_at(place, problem % {"text": doubtful[0]}))
    return _words(line)


def _words(line: str) -> list[str]:
    """A line without marks between its columns: what comes before the last word, and that."""
    line = _BEFORE_PERCENT.sub("", _AROUND_SLASH.sub("/", " ".join(line.split())))
    found = _LAST_WORD.fullmatch(line)
    return [found[1].rstrip(":= "), found[2]] if found else [line]


def _without_blank_end(cells: list[str]) -> list[str]:
    """Cells up to the last that is not blank: spreadsheets add some."""
    filled = [at for at, cell in enumerate(cells) if cell]
    return cells[: filled[-1] + 1] if filled else []


def _known_headings() -> dict[str, str]:
    """What columns are called, here and in the language in use, and the fields they are."""
    whens = (_("When"), _("Period"), _("Day"), _("Week"), _("Month"), _("Quarter"), _("Year"))
    own = {_("Numerator"): "numerator", _("Denominator"): "denominator"} | dict.fromkeys(
        whens, "when"
    )
    return _HEADINGS | {name.casefold(): field for name, field in own.items()}


def _without_headings(lines: list[Line]) -> tuple[list[Line], tuple[str, ...]]:
    """The lines below the headings, and what the columns are; () where no headings say so.

    A first line is one of headings when it has no digit and a name that columns are known by;
    any other that has no number is told like a later one.
    """
    place, cells = lines[0] if lines else (0, [])
    known = _known_headings()
    names = [known.get(cell.casefold(), "") for cell in cells]
    if not any(names) or any(_DIGIT.search(cell) for cell in cells):
        return lines, ()
    if len(names) < 3 and not {"numerator", "denominator"} & set(names):
        return lines[1:], ()
    left = [name for name in ("when", "value") if name not in names]
    names = [name or (left.pop(0) if left else "") for name in names]
    if sorted(names) != sorted(_BY_WIDTH.get(len(names), ())):
        raise ValidationError(
            _at(place, _("Name the columns: %(names)s.") % {"names": ", ".join(_BY_WIDTH[4])})
        )
    return lines[1:], tuple(names)


def _at(place: int, problem: str) -> str:
    return _("Line %(line)s: %(problem)s") % {"line": place, "problem": problem}


class _Reader:
    """Makes points of cells, and keeps what is wrong with them."""

    def __init__(self, lines: list[Line], headings: tuple[str, ...]) -> None:
        self._lines = lines
        self._headings = headings
        tokens = (cell.split("/") for _place, cells in lines for cell in cells[1:])
        self._mark = decimal_mark(token for parts in tokens for token in parts)

    def rows(self) -> tuple[Row, ...]:
        """Every line's point. Raises ValidationError with a message for each that has none."""
        rows, problems = [], []
        for place, cells in self._lines:
            try:
                rows.append(self._row(cells))
            except ValidationError as error:
                problems.append(_at(place, error.messages[0]))
        if problems:
            raise ValidationError(problems[:_MOST_PROBLEMS])
        return tuple(rows)

    def _row(self, cells: list[str]) -> Row:
        names = self._headings or _BY_WIDTH.get(len(cells), ())
        if len(cells) == 1:
            raise ValidationError(_("There is no number."))
        if len(cells) > len(names):
            raise ValidationError(_("Too many columns, or none for the number."))
        given = dict(zip(names, cells, strict=False))
        when = name_of(given.pop("when"))
        _require_name(when)
        if "numerator" not in given and "/" in plain(given.get("value", "")):
            numerator, _sign, denominator = plain(given["value"]).partition("/")
            given = {"numerator": numerator, "denominator": denominator}
        return _checked(
            Row(when, **{name: number(text, self._mark) for name, text in given.items() if text})
        )


def _checked(row: Row) -> Row:
    """A row that is whole; ValidationError for one that lacks a part, or shares out nothing."""
    if (row.numerator is None) != (row.denominator is None):
        raise ValidationError(_("A numerator needs a denominator, and the other way round."))
    if row.numerator is None and row.value is None:
        raise ValidationError(_("There is no number."))
    if row.numerator is not None and (row.numerator < 0 or row.denominator <= 0):
        raise ValidationError(_("A denominator is above 0, a numerator not below."))
    return row
