"""BibTeX, as LaTeX users and most reference managers write it."""

import logging
import re

import bibtexparser
from bibtexparser.middlewares.names import (
    parse_single_name_into_parts,
    split_multiple_persons_names,
)
from bibtexparser.model import (
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
)
from django.utils.translation import gettext as _
from pylatexenc.latex2text import LatexNodes2Text

from .columns import COLUMNS
from .encoding import decode
from .record import Record
from .report import Report
from .values import LONGEST_TEXT

# What could not be parsed goes to our report; the parsers' own log lines would repeat it.
for name in ("bibtexparser", "pylatexenc"):
    logging.getLogger(name).setLevel(logging.CRITICAL)

COLUMN_FIELDS = {
    "title": "title",
    "abstract": "abstract",
    "journal": "journal",
    "journaltitle": "journal",
    "year": "year",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "pages",
    "doi": "doi",
    "pmid": "pmid",
    "pmcid": "pmcid",
    "url": "url",
    "language": "language",
    "langid": "language",
}
# Exports of this hub name so what BibTeX has no field for.
OWN_PREFIX = "qihub-"
# Read as written: a percent sign or a tilde in an address is no LaTeX.
VERBATIM = {"doi", "url"}
# Signs that LaTeX takes for commands, and how exports of this hub write them.
ESCAPES = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&%#_"},
}
_MEANINGS = {written: sign for sign, written in ESCAPES.items()} | {"{}": ""}
_ESCAPED = re.compile("|".join(map(re.escape, _MEANINGS)))
LATEX = re.compile(r"[\\{}$~]|--|``|''")
UNESCAPED_PERCENT = re.compile(r"(?<!\\)%")
# pylatexenc makes an accent of it.
CIRCUMFLEX = re.compile(r"\\textasciicircum(\{\}|\s+|\b)")

_decoder = LatexNodes2Text(math_mode="text")


def looks_like(start: bytes) -> bool:
    """Whether a file begins as BibTeX does."""
    return re.search(rb"^\W*@\w+\s*[{(]", start, re.MULTILINE) is not None


def read(data: bytes, report: Report) -> list[Record]:
    """The entries of a BibTeX file; broken ones go to the report."""
    library = bibtexparser.parse_string(decode(data, report))
    for block in library.failed_blocks:
        report.add(_reason(block), _line(block))
    if not library.entries and not library.failed_blocks:
        report.add(_("The file holds no BibTeX entry."))
    return [record for entry in library.entries if (record := _read_entry(entry, report))]


def _read_entry(entry: Entry, report: Report) -> Record | None:
    try:
        return _to_record(entry)
    except RecursionError:
        report.add(_("the brackets of this entry are nested too deeply."), _line(entry))
        return None


def _line(block) -> int:
    return block.start_line + 1


def _reason(block: ParsingFailedBlock) -> str:
    if isinstance(block, DuplicateBlockKeyBlock):
        return _("entry key “{key}” is already used on line {line}.").format(
            key=block.key, line=_line(block.previous_block)
        )
    if isinstance(block, DuplicateFieldKeyBlock):
        return _("this entry gives a field twice: {fields}.").format(
            fields=", ".join(sorted(block.duplicate_keys))
        )
    detail = getattr(block.error, "abort_reason", "") or str(block.error)
    return (
        _("this entry cannot be read, a bracket or quote may be missing. {detail}")
        .format(detail=" ".join(detail.split()))
        .strip()
    )


def _to_record(entry: Entry) -> Record:
    record = Record(_line(entry))
    for field in entry.fields:
        name, value, line = field.key.lower(), str(field.value), _line(field)
        if name == "author":
            for author in split_multiple_persons_names(value):
                record.add("authors", person(author), line)
        elif name == "keywords":
            _add_list(record, "keywords", value, line)
        elif name == "date":
            _add_date(record, value, line)
        elif name.removeprefix(OWN_PREFIX) in COLUMNS and name.startswith(OWN_PREFIX):
            _add_own(record, name.removeprefix(OWN_PREFIX), value, line)
        elif name in COLUMN_FIELDS and COLUMN_FIELDS[name] not in record.cells:
            record.add(COLUMN_FIELDS[name], _as_text(name, value), line)
    return record


def _add_list(record: Record, column: str, value: str, line: int) -> None:
    """Several values, with semicolons or commas between them; braces hold one together."""
    for part in split_values(value):
        record.add(column, plain_text(part), line)


def _add_own(record: Record, column: str, value: str, line: int) -> None:
    if COLUMNS[column].separator:
        _add_list(record, column, value, line)
    else:
        record.add(column, plain_text(value), line)


def split_values(value: str) -> list[str]:
    """The parts of a list, cut at semicolons and commas that stand in no braces."""
    parts, depth = [""], 0
    for sign in re.findall(r"\\.|[^\\]|\\$", value, re.DOTALL):
        depth += {"{": 1, "}": -1}.get(sign, 0)
        if sign in ";," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += sign
    return parts


def _as_text(name: str, value: str) -> str:
    if name in VERBATIM:
        return verbatim(value)
    text = plain_text(value)
    # BibTeX writes a range with a dash ("1--9"), every other format with a hyphen.
    return text.replace("\N{EN DASH}", "-") if name == "pages" else text


def person(name: str) -> str:
    """A name in the order of speech; BibTeX's “and others” names nobody."""
    if name.strip() == "others":
        return ""
    parts = parse_single_name_into_parts(name, strict=False)
    return plain_text(" ".join([*parts.first, *parts.von, *parts.last, *parts.jr]))


def _add_date(record: Record, value: str, line: int) -> None:
    """biblatex's date: a whole one is a day of publication, the start of any one is a year."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        record.add("published_on", value, line)
    if "year" not in record.cells:
        record.add("year", value[:4], line)


def plain_text(value: str) -> str:
    """LaTeX as plain text. A bare percent sign, which LaTeX takes for a comment, stays.

    What is too long to be kept is not worth decoding: it comes back as it is, to be reported.
    """
    if not LATEX.search(value):
        return value
    if not LATEX.search(_ESCAPED.sub(" ", value)):
        # Nothing but escapes, as in long texts of our own exports: no work for a parser.
        return _ESCAPED.sub(lambda found: _MEANINGS[found.group()], value).strip()
    if len(value) > LONGEST_TEXT:
        return value
    latex = CIRCUMFLEX.sub("^", UNESCAPED_PERCENT.sub(r"\%", value))
    return _decoder.latex_to_text(latex).replace("\xa0", " ").strip()


def verbatim(value: str) -> str:
    """An address or identifier without the LaTeX wrapped round it."""
    return (
        re.sub(r"\\url\{(.*)\}", r"\1", value).replace("{", "").replace("}", "").replace("\\", "")
    )
