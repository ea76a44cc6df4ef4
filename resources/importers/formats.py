"""The file formats an import reads, and how one is told from another."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from django.utils.translation import gettext as _

from resources.choices import ResourceType

from . import bibtex, csv_file, feed, ris, xlsx
from .record import Record
from .report import ImportRefused, Report


@dataclass(frozen=True)
class Format:
    """One format: how to know it and how to read it.

    `looks_like` gets the first 4 KB. `names_columns` is true where the file's author chose the
    columns, so that one this page type lacks is a mistake and not just more than we keep.
    `only` is the one type whose resources the format can hold.
    """

    name: str
    extensions: tuple[str, ...]
    looks_like: Callable[[bytes], bool]
    read: Callable[[bytes, Report], list[Record]]
    names_columns: bool = False
    only: str = ""


FORMATS = (
    Format("RIS", (".ris",), ris.looks_like, ris.read),
    Format("BibTeX", (".bib", ".bibtex"), bibtex.looks_like, bibtex.read),
    Format("CSV", (".csv", ".tsv"), csv_file.looks_like, csv_file.read, names_columns=True),
    Format("XLSX", (".xlsx", ".xlsm"), xlsx.looks_like, xlsx.read, names_columns=True),
    Format(
        "RSS",
        (".rss", ".xml", ".atom"),
        feed.looks_like,
        feed.read,
        only=ResourceType.PODCAST.value,
    ),
)


def format_of(name: str, data: bytes) -> Format:
    """The format of a file, by its extension, else by how it begins.

    Raises ImportRefused when neither says.
    """
    extension = PurePath(name).suffix.lower()
    for known in FORMATS:
        if extension in known.extensions:
            return known
    for known in FORMATS:
        if known.looks_like(data[:4096]):
            return known
    raise ImportRefused(
        _("{name} is none of the known formats: {formats}.").format(
            name=PurePath(name).name, formats=", ".join(known.name for known in FORMATS)
        )
    )
