"""The numbers of a text, whatever digits and separators they are written with."""

import re
from decimal import Decimal
from typing import NamedTuple

from core.digits import with_plain_digits

# Between digits: points and commas of every script, and the spaces that part thousands.
_SEPARATORS = ".,٫٬’\u00a0\u202f"
_NUMBER = re.compile(rf"\d+(?:[{_SEPARATORS}]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}")

# What English says in words where translations may have figures.
_IN_WORDS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90, "hundred": 100, "thousand": 1000, "once": 1, "twice": 2, "dozen": 12,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip


class Number(NamedTuple):
    """A number in a text: as it is written, where, and the values it may stand for."""

    written: str
    start: int
    end: int
    values: frozenset[Decimal]

    def may_be(self, other: "Number") -> bool:
        """Tell whether both can stand for the same value: 1.000 is 1,000 here and 1 there."""
        return not self.values.isdisjoint(other.values)


def numbers_in(text: str) -> list[Number]:
    """Return the numbers of a text without markup, in order."""
    found = []
    for match in _NUMBER.finditer(with_plain_digits(text)):
        found += _read(match[0], match.start())
    return found


def difference(source: str, translation: str) -> tuple[list[str], list[str]]:
    """Return the numbers that a translation lacks, and those that it has beyond the source.

    Numbers that an English source says in words may stand in figures.
    """
    lacking, free = [], numbers_in(translation)
    for number in numbers_in(source):
        same = next((each for each in free if each.may_be(number)), None)
        if same is None:
            lacking.append(number.written)
        else:
            free.remove(same)
    said = _said_in_words(source)
    return lacking, [each.written for each in free if each.values.isdisjoint(said)]


def _said_in_words(text):
    words = re.findall("[a-z]+", text.lower())
    return {Decimal(_IN_WORDS[word]) for word in words if word in _IN_WORDS}


def _read(written, start):
    """Return one number, or several where the separators are those of a date or a list."""
    parts = re.split(f"[{_SEPARATORS}]", written)
    marks = re.findall(f"[{_SEPARATORS}]", written)
    if values := _values(parts, marks):
        return [Number(written, start, start + len(written), frozenset(values))]
    numbers = []
    for part in parts:
        numbers.append(Number(part, start, start + len(part), frozenset({Decimal(part)})))
        start += len(part) + 1
    return numbers


def _values(parts, marks):
    """Return what digits with these marks between them may mean; nothing if no one number."""
    if not marks:
        return {Decimal(parts[0])}
    whole = Decimal("".join(parts))
    if len(marks) == 1:
        decimal = Decimal(".".join(parts)).normalize()
        is_whole = _are_thousands(parts) and parts[0] != "0"
        return {decimal, whole} if is_whole else {decimal}
    if len(set(marks)) == 1:
        return {whole} if _are_thousands(parts) else set()
    if len(set(marks[:-1])) == 1 and _are_thousands(parts[:-1]):
        return {Decimal("".join(parts[:-1]) + "." + parts[-1]).normalize()}
    return set()


def _are_thousands(parts):
    """Tell whether parts are groups as in 1,000,000 or, counting in lakhs, 10,00,000."""
    return bool(_GROUPED.fullmatch(",".join(parts)))
