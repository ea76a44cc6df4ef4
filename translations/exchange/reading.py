"""What a translator's file says, whatever its format."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from uuid import UUID, uuid5

from wagtail_localize.models import String


class Standing(Enum):
    """What a file says of a translation: done, nothing, or not to be used yet."""

    DONE = "done"
    UNSTATED = "unstated"
    OPEN = "open"


@dataclass(frozen=True)
class Entry:
    """One passage in a file. `source` and `target` are HTML, as wagtail-localize keeps them.

    `path` and `digest` name the passage; `base` is the mark of the translation that the file
    was written with, "" where the file has lost it.
    """

    line: int
    path: str
    digest: UUID
    source: str
    target: str
    standing: Standing
    base: str = ""


@dataclass(frozen=True)
class Origin:
    """What a file says of where it is from: a translation's key, and the language of it."""

    line: int
    key: str
    language: str


@dataclass
class Reading:
    """A file that was read. `tool` is what the hub calls files of its format.

    `normal` takes the HTML of a translation and returns how it comes back from such a file when
    nobody has touched it.
    """

    tool: str
    normal: Callable[[str], str]
    origins: list[Origin] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)


def digest_of(source: str) -> UUID:
    """Return what names a source text: the number that wagtail-localize finds it by."""
    return uuid5(String.UUID_NAMESPACE, source)
