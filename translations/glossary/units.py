"""Doses and other measures: a number and its unit, in the words of each language.

What units are called comes from the CLDR, by Babel, beside the international symbols.
"""

import re
from functools import cache
from typing import NamedTuple

from babel.core import UnknownLocaleError
from babel.units import UnknownUnitError, format_unit

from core.digits import with_plain_digits

from .matching import normal
from .numbers import Number, numbers_in

# What the CLDR calls a unit, and how it is written internationally.
_UNITS = {
    "mass-kilogram": "kg",
    "mass-gram": "g gm",
    "mass-milligram": "mg",
    "mass-microgram": "µg mcg ug",
    "volume-liter": "l",
    "volume-deciliter": "dl",
    "volume-milliliter": "ml cc",
    "length-centimeter": "cm",
    "length-millimeter": "mm",
    "pressure-millimeter-ofhg": "mmhg",
    "temperature-celsius": "°c",
    "temperature-fahrenheit": "°f",
    "concentr-percent": "% ٪ percent",
    "energy-kilocalorie": "kcal",
    "concentr-millimole-per-liter": "mmol/l",
    "duration-second": "s sec",
    "duration-minute": "min",
    "duration-hour": "h hr hrs",
    "duration-day": "d",
    "duration-week": "wk",
    "duration-month": "",
    "duration-year": "yr",
    "international-unit": "iu",
    "milliequivalent": "meq",
}
# Usual abbreviations that the CLDR does not have.
_ALSO = {
    ("mass-kilogram", "ar"): "كغ كجم",
    ("mass-gram", "ar"): "غ جم",
    ("mass-milligram", "ar"): "ملغ ملجم مجم",
    ("mass-microgram", "ar"): "مكغ مكجم",
    ("volume-milliliter", "ar"): "مل",
}
_LENGTHS = ("long", "short", "narrow")
_COUNTS = (1, 2, 5, 11, 100)
_GAP = re.compile(r"[\s\u00a0\u202f.·॰:/-]+")
_DURATION = "duration-"
# Longer than the longest name of a unit in any content language.
_REACH = 40
# So many letters have to be there of a name, whatever ending it has here.
_SHORTEST_NAME = 3
_LONGEST_ENDING = 2
_PER = re.compile(r"^\s*(?:/|per\s)\s*")


class Dose(NamedTuple):
    """A number and the units behind it, such as 5 and milligram, kilogram for 5 mg/kg."""

    written: str
    number: Number
    units: tuple[str, ...]


def doses_in(text: str, language: str) -> list[Dose]:
    """Return the numbers with units of a text without markup."""
    found = []
    for number in numbers_in(text):
        units, rest = [], text[number.end :]
        while named := _unit_at(rest, language):
            unit, length = named
            units.append(unit)
            rest = rest[length:]
            if not (per := _PER.match(rest)):
                break
            rest = rest[per.end() :]
        if units:
            written = text[number.start : len(text) - len(rest)].strip()
            found.append(Dose(written, number, tuple(units)))
    return found


def lost_units(source: str, translation: str, source_language: str, language: str) -> list[str]:
    """Return the doses of a source whose number a translation gives with another unit or none.

    A length of time may be said in other ways, so it is returned only if it got another unit.
    """
    numbers = numbers_in(translation)
    return [
        dose.written
        for dose in doses_in(source, source_language)
        if (same := [each for each in numbers if each.may_be(dose.number)])
        and not any(_keeps(dose, each, translation, language) for each in same)
    ]


def _keeps(dose, number, text, language):
    first, *others = dose.units
    if first.startswith(_DURATION):
        named = _unit_at(text[number.end :], language)
        return named is None or named[0] == first
    after, before = text[number.end :][:_REACH], text[: number.start][-_REACH:]
    if not _stands_beside(_squeezed(after), _squeezed(before), _names(first, language)):
        return False
    everything = _squeezed(text)
    return all(any(name in everything for name in _names(unit, language)) for unit in others)


def _stands_beside(after, before, names):
    """Tell whether one of `names` follows a number, or goes before it as in Sinhala."""
    return any(
        after.startswith(name) or name in before[-len(name) - _LONGEST_ENDING :] for name in names
    )


def _unit_at(text, language):
    """Return the unit that a text begins with and its length in characters, or None."""
    match = _pattern(language).match(with_plain_digits(text[:_REACH]).lower())
    return (_owners(language)[_squeezed(match["name"])], match.end()) if match else None


@cache
def _pattern(language):
    names = sorted(
        {name for unit in _UNITS for name in _written(unit, language)}, key=len, reverse=True
    )
    alternatives = "|".join(re.escape(name) for name in names)
    return re.compile(rf"[\s\u00a0\u202f-]*(?P<name>{alternatives})(?![a-z])")


@cache
def _owners(language):
    return {_squeezed(name): unit for unit in _UNITS for name in _written(unit, language)}


@cache
def _names(unit, language):
    """Return how a unit may be written in a language, in the form that is compared.

    Of a long name the last letter is left out: endings change, as in दिन and दिनों.
    """
    squeezed = {_squeezed(name) for name in _written(unit, language)}
    return frozenset(
        name[:-1] if len(name) > 2 * _SHORTEST_NAME else name for name in squeezed if name
    )


@cache
def _written(unit, language):
    """Return the names of a unit in a language, and its international symbols, in lower case."""
    names = {*_UNITS[unit].split(), *_ALSO.get((unit, language), "").split()}
    for code in (language, "en"):
        for length in _LENGTHS:
            names |= {_without_number(count, unit, length, code) for count in _COUNTS}
    # Where the CLDR has no name, it says its own key; and a degree alone is of no scale.
    return {name for name in names if name and unit not in name and name != "°"}


def _without_number(count, unit, length, language):
    try:
        text = format_unit(count, unit, length, locale=language)
    except (UnknownLocaleError, UnknownUnitError):
        return ""
    return "".join(each for each in text if not each.isdigit()).strip(" \u00a0\u202f\u200e").lower()


def _squeezed(text):
    return _GAP.sub("", normal(with_plain_digits(text)))
