"""RIS, with a line of our own for every column that RIS has no tag for."""

import re
from collections.abc import Iterable, Iterator

from resources.citations.names import index_form
from resources.importers.columns import COLUMNS
from resources.importers.names import natural_order, whole_name
from resources.importers.ris import OWN_PREFIX, OWN_TAG

from .references import texts, with_abstract
from .rows import Row, Values

# Columns that one tag stands for, in the order of the file.
TAGS = {
    "title": "TI",
    "authors": "AU",
    "journal": "T2",
    "year": "PY",
    "volume": "VL",
    "issue": "IS",
    "doi": "DO",
    "url": "UR",
    "language": "LA",
    "abstract": "AB",
    "keywords": "KW",
}
_RANGE = re.compile(r"(\w+)-(\w+)")


def write(rows: Iterable[Row]) -> bytes:
    """The rows as a RIS file."""
    return "".join(f"{tag}  - {text}\n" for row in rows for tag, text in _lines(row)).encode()


def _lines(row: Row) -> Iterator[tuple[str, str]]:
    values = with_abstract(row.values)
    yield "TY", _kind(values)
    for column, tag in TAGS.items():
        for text in texts(values.pop(column, [])):
            yield from ((tag, part) for part in _parts(column, text))
        if column == "year":
            yield from _date(values, has_year="year" in row.values)
    yield from _pages(values)
    yield from _accession_numbers(values)
    yield from _own(values)
    yield "ER", ""


def _kind(values: Values) -> str:
    """What reference managers file the record as; imports ask `--type`."""
    if "journal" in values:
        return "JOUR"
    return "SOUND" if "audio_url" in values else "GEN"


def _parts(column: str, text: str) -> list[str]:
    """Paragraphs of an abstract come as a line each; a name with the family name first."""
    if column == "authors":
        return [author(text)]
    return text.split("\n")


def author(name: str) -> str:
    """A name as “Family, Given” where that reads back as the same name, else marked as whole."""
    turned = index_form(name)
    return turned if natural_order(turned) == name else whole_name(name)


def _date(values: Values, has_year: bool) -> Iterator[tuple[str, str]]:
    """A full date would give a year, too, to a record that has none."""
    if has_year and "published_on" in values:
        yield "DA", values.pop("published_on").replace("-", "/")


def _pages(values: Values) -> Iterator[tuple[str, str]]:
    pages = values.pop("pages", "")
    ends = _RANGE.fullmatch(pages)
    if ends and ends[1] != ends[2]:
        yield from zip(("SP", "EP"), ends.groups(), strict=True)
    elif pages:
        yield "SP", pages


def _accession_numbers(values: Values) -> Iterator[tuple[str, str]]:
    for column in ("pmid", "pmcid"):
        if column in values:
            yield "AN", values.pop(column)


def _own(values: Values) -> Iterator[tuple[str, str]]:
    for column, value in values.items():
        for text in texts(value):
            parts = [text] if COLUMNS[column].separator else text.split("\n")
            yield from ((OWN_TAG, f"{OWN_PREFIX}{column}={part}") for part in parts)
