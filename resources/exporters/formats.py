"""The file formats an export writes, by their extensions."""

from collections.abc import Callable, Iterable
from pathlib import PurePath

from resources.choices import ResourceType

from . import bibtex, csv_file, podcast_rss, ris, xlsx
from .rows import Row

Writer = Callable[[Iterable[Row]], bytes]
WRITERS: dict[str, Writer] = {
    ".ris": ris.write,
    ".bib": bibtex.write,
    ".csv": csv_file.write,
    ".xlsx": xlsx.write,
    ".rss": podcast_rss.write,
    ".xml": podcast_rss.write,
}
# What writes resources of one kind only.
ONLY = {podcast_rss.write: ResourceType.PODCAST.value}


def writer_of(name: str) -> Writer | None:
    """What writes files of a name's extension, or None when nothing does."""
    return WRITERS.get(PurePath(name).suffix.lower())
