"""BibTeX, with a field of our own for every column that BibTeX has no field for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from anyascii import anyascii

from resources.citations.names import csl_name
from resources.importers.bibtex import ESCAPES, OWN_PREFIX, person, verbatim
from resources.importers.columns import COLUMNS

from .references import texts, with_abstract
from .rows import Row, Values

FIELDS = {
    "title": "title",
    "journal": "journal",
    "year": "year",
    "volume": "volume",
    "issue": "number",
    "abstract": "abstract",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "language": "langid",
}
_TO_ESCAPE = re.compile("|".join(map(re.escape, ESCAPES)))
# Signs that LaTeX makes one of when they stand together.
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`!?])(?=`)|(?<=<)(?=<)|(?<=>)(?=>)")
_RANGE = re.compile(r"(\w+)-(\w+)")


def write(rows: Iterable[Row]) -> bytes:
    """The rows as a BibTeX file."""
    taken: Counter[str] = Counter()
    return "\n".join(_entry(row, taken) for row in rows).encode()


def _entry(row: Row, taken: Counter[str]) -> str:
    values = with_abstract(row.values)
    kind = "article" if "journal" in values else "misc"
    fields = "".join(f"  {name} = {{{text}}},\n" for name, text in _fields(values))
    return f"@{kind}{{{_key(row.values, taken)},\n{fields}}}\n"


def _key(values: Values, taken: Counter[str]) -> str:
    """A key such as singh2021fewer, the same whenever the same pages are exported."""
    name = csl_name(next(iter(values.get("authors", [])), ""))
    words = [name.get("family", ""), values.get("year", ""), values["title"].split()[0]]
    key = "".join(re.findall("[a-z0-9]", anyascii("".join(words)).lower())) or "work"
    taken[key] += 1
    return key if taken[key] == 1 else f"{key}-{taken[key]}"


def _fields(values: Values) -> Iterator[tuple[str, str]]:
    if authors := values.pop("authors", []):
        yield "author", " and ".join(map(author, authors))
    for column, name in FIELDS.items():
        if column in values:
            yield name, escape(values.pop(column))
            if column == "year" and "published_on" in values:
                yield "date", values.pop("published_on")
    if "pages" in values:
        yield "pages", _pages(values.pop("pages"))
    for column in ("doi", "url"):
        if column in values and verbatim(values[column]) == values[column]:
            yield column, values.pop(column)
    if "keywords" in values:
        yield "keywords", _list(values.pop("keywords"))
    for column, value in values.items():
        text = _list(texts(value)) if COLUMNS[column].separator else escape(value)
        yield f"{OWN_PREFIX}{column}", text


def escape(text: str) -> str:
    """Plain text as LaTeX that shows it as it is. Letters of all scripts stay themselves."""
    escaped = _TO_ESCAPE.sub(lambda match: ESCAPES[match.group()], text)
    return _LIGATURE.sub("{}", escaped)


def author(name: str) -> str:
    """A name as “Family, Given” where that reads back as the same name, else in braces."""
    parts = csl_name(name)
    turned = ", ".join(escape(parts[key]) for key in ("family", "suffix", "given") if key in parts)
    return turned if turned and person(turned) == name else f"{{{escape(name)}}}"


def _pages(text: str) -> str:
    return "--".join(text.split("-")) if _RANGE.fullmatch(text) else escape(text)


def _list(parts: list[str]) -> str:
    """Several values; one with a separator in it stands in braces."""
    return "; ".join(
        f"{{{escape(part)}}}" if re.search("[;,]", part) else escape(part) for part in parts
    )
