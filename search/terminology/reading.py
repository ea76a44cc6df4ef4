"""Reading term lists: CSV files that say what a term of one language is called in another."""

from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from resources.importers import csv_file, values
from resources.importers.encoding import decode
from resources.importers.report import ImportRefused, Report
from resources.importers.run import read_bytes
from search.models.terms import problem_of_expression

COLUMNS = ("sourceLang", "sourceString", "targetLang", "targetString")


@dataclass(frozen=True)
class Pair:
    """One row: an expression, and what it is called in another language (codes such as "hi")."""

    source_language: str
    source: str
    target_language: str
    target: str


def read(path: Path, report: Report) -> list[Pair]:
    """Return the good rows of a file; what is wrong with the others goes to the report.

    The first row names the columns, COLUMNS among them in any order; others are passed over.
    Raises ImportRefused for what cannot be read at all.
    """
    text = decode(read_bytes(path), report)
    header = text.split("\n", 1)[0]
    delimiter = max(csv_file.DELIMITERS, key=header.count)
    rows = csv_file.numbered_rows(text, delimiter, report)
    line, headings = next(rows, (1, []))
    headings = [heading.strip() for heading in headings]
    for name in COLUMNS:
        if name not in headings:
            report.add(_("there is no column “{name}”.").format(name=name), line)
    if not set(COLUMNS) <= set(headings):
        return []
    found = (
        _pair(dict(zip(headings, row, strict=True)), line, report)
        for line, row in rows
        if csv_file.fits(line, row, headings, report)
    )
    return [pair for pair in found if pair]


def read_all(paths: list[Path]) -> tuple[list[Pair], list[str]]:
    """Return the rows of all files, and what is wrong with them: lines that name the file."""
    pairs, problems = [], []
    for path in paths:
        report = Report()
        try:
            pairs += read(path, report)
        except ImportRefused as error:
            report.add(str(error))
        problems += [f"{path.name}: {line}" for line in report.lines()]
    return pairs, problems


def _pair(cells, line, report):
    """Return a row as a pair, None where something is wrong with it."""
    try:
        languages = [values.language(cells[name]) for name in ("sourceLang", "targetLang")]
    except ValidationError as error:
        report.add(error.messages[0], line)
        return None
    if languages[0] == languages[1]:
        report.add(_("both expressions are in the same language."), line)
        return None
    texts = [" ".join(cells[name].split()) for name in ("sourceString", "targetString")]
    for name, text, language in zip(
        ("sourceString", "targetString"), texts, languages, strict=True
    ):
        if problem := problem_of_expression(text, language):
            report.add(f"{name}: {problem}", line)
            return None
    return Pair(languages[0], texts[0], languages[1], texts[1])
