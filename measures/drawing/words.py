"""Numbers and times of a series as a language writes them, by CLDR."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Context
from functools import cache, lru_cache

from babel import Locale
from babel.dates import format_skeleton
from django.utils.html import escape

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])", re.ASCII)
# The noughts of CLDR's numbering systems, of which Babel knows the separators alone.
_ZEROS = {"arab": "٠", "arabext": "۰", "beng": "০", "deva": "०", "latn": "0", "mymr": "၀"}
# Days of six years: what the pages of a busy hub ask for again and again.
_REMEMBERED = 4096
# The exponent below which a value is not what anybody typed.
_PLACES = -6


@dataclass(frozen=True, eq=False)
class Words:
    """How one language writes numbers and times.

    `digits` translates ASCII digits, points and commas; `groups` are the lengths of the group
    of digits before the point and of those before it, such as 3 and 2 in India.
    """

    locale: Locale
    digits: dict
    groups: tuple[int, int]

    def number(self, value):
        """Return a Decimal with all the digits that it was given with."""
        text = f"{value:f}"
        sign, text = ("-", text[1:]) if text[0] == "-" else ("", text)
        whole, point, rest = text.partition(".")
        if len(whole) > self.groups[0]:
            whole = self._grouped(whole)
        return f"{sign}{whole}{point}{rest}".translate(self.digits)

    def _grouped(self, whole):
        first, others = self.groups
        head, parts = whole[:-first], [whole[-first:]]
        while head:
            head, part = head[:-others], head[-others:]
            parts.append(part)
        return ",".join(reversed(parts))

    def when(self, text):
        """Return a day, a month or a quarter as the language writes it, a name as it is."""
        return _when(self, text)

    def cell(self, text):
        """Return `when` for HTML."""
        return _cell(self, text)

    def value(self, point):
        """Return the value of a point: as reported, or three digits of one made from a fraction."""
        value = point.value
        if point.denominator is not None and value.as_tuple().exponent < _PLACES:
            value = Context(prec=max(3, value.adjusted() + 1)).plus(value)
        return self.number(value)

    @property
    def is_mirrored(self):
        """Return whether time runs from right to left."""
        return self.locale.text_direction == "rtl"

    def isolated(self, text):
        """Return a text that keeps its order of words in a drawing, which runs left to right."""
        return f"\u2068{text}\u2069" if self.is_mirrored else text


@cache
def words_of(code):
    """Return the `Words` of a language code such as "hi"."""
    locale = Locale.parse(code)
    system = locale.default_numbering_system
    symbols = {**locale.number_symbols["latn"], **locale.number_symbols.get(system, {})}
    zero = ord(_ZEROS.get(system, "0"))
    table = {str(digit): chr(zero + digit) for digit in range(10)}
    table |= {".": symbols["decimal"], ",": symbols["group"]}
    return Words(locale, str.maketrans(table), locale.decimal_formats[None].grouping)


@lru_cache(maxsize=_REMEMBERED)
def _when(words, text):
    if found := _DAY.fullmatch(text):
        return _dated(words, "yMMMd", text, *map(int, found.groups()))
    if found := _MONTH.fullmatch(text):
        return _dated(words, "yMMM", text, *map(int, found.groups()), 1)
    if found := _QUARTER.fullmatch(text):
        year, quarter = map(int, found.groups())
        return _dated(words, "yQQQ", text, year, quarter * 3, 1)
    return _with_digits(words, text)


@lru_cache(maxsize=_REMEMBERED)
def _cell(words, text):
    return escape(_when(words, text))


def _dated(words, skeleton, text, year, month, day):
    try:
        when = date(year, month, day)
    except ValueError:
        return text
    return _with_digits(words, format_skeleton(skeleton, when, locale=words.locale))


def _with_digits(words, text):
    """Return a text with the language's digits alone: its points and commas are no numbers'."""
    return text.translate(
        {code: text for code, text in words.digits.items() if chr(code).isdigit()}
    )
