"""The file formats an export writes, by their extensions."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from . import bibtex, csv_file, ris
from .rows import Row

WRITERS: dict[str, Callable[[Iterable[Row]], str]] = {
    ".ris": ris.write,
    ".bib": bibtex.write,
    ".csv": csv_file.write,
}


def writer_of(name: str) -> Callable[[Iterable[Row]], str] | None:
    """What writes files of a name's extension, or None when nothing does."""
    return WRITERS.get(PurePath(name).suffix.lower())
