"""Test collections: documents, questions, and which documents answer which question.

A folder holds `docs.jsonl` or `docs.jsonl.gz` (id, title, text, lang), `queries.jsonl` (id,
text, lang) and `qrels.tsv` (question, document, grade, with tabs between them).
"""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class BadCollection(Exception):
    """A file of the collection is missing or cannot be read; says which and why."""


@dataclass(frozen=True)
class Text:
    """A document or a question, in the language `lang` (a code); questions have no title."""

    id: str
    text: str
    lang: str
    title: str = ""


def documents(folder: Path) -> Iterator[Text]:
    """Yield the documents of a collection. Raises BadCollection."""
    packed = folder / "docs.jsonl.gz"
    return _texts(packed if packed.exists() else folder / "docs.jsonl")


def questions(folder: Path) -> Iterator[Text]:
    """Yield the questions of a collection. Raises BadCollection."""
    return _texts(folder / "queries.jsonl")


def answers(folder: Path) -> dict[str, dict[str, float]]:
    """Return {question: {document: grade}} for all grades above 0. Raises BadCollection."""
    path = folder / "qrels.tsv"
    found: dict[str, dict[str, float]] = {}
    for number, line in _lines(path):
        try:
            question, document, grade = line.split("\t")
            value = float(grade)
        except ValueError as error:
            if number == 1:
                continue  # The names of the columns.
            raise BadCollection(
                f"{path}, line {number}: expected question, document, grade."
            ) from error
        if value > 0:
            found.setdefault(question, {})[document] = value
    return found


def _texts(path):
    for number, line in _lines(path):
        try:
            record = json.loads(line)
            yield Text(
                id=str(record["id"]),
                text=record["text"] or "",
                lang=record["lang"],
                title=record.get("title") or "",
            )
        except (ValueError, KeyError, TypeError) as error:
            raise BadCollection(f"{path}, line {number}: {error!r}") from error


def _lines(path):
    opener = gzip.open if path.suffix == ".gz" else open
    try:
        with opener(path, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                if line.strip():
                    yield number, line.rstrip("\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BadCollection(f"{path} cannot be read: {error}") from error
