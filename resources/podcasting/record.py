"""A podcast and its episodes as plain data: what `writer` makes a feed of.

All addresses are complete, all texts plain but for `Episode.html`.
"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class File:
    """A sound file: address, media type, and size in bytes (0 where nobody knows)."""

    url: str
    kind: str
    size: int = 0


@dataclass(frozen=True)
class Transcript:
    """A transcript with times in one language."""

    url: str
    language: str
    kind: str = "text/vtt"


@dataclass(frozen=True)
class Person:
    """Somebody with a group and a role of the podcast taxonomy (see `people`)."""

    name: str
    group: str
    role: str


@dataclass(frozen=True)
class Licence:
    """A licence: the podcast namespace's name of it, or our own, and where it can be read."""

    name: str
    url: str


@dataclass(frozen=True)
class Show:
    """A podcast in one language. `category` is "Category" or "Category:Subcategory" of Apple's."""

    title: str
    description: str
    url: str
    feed_url: str
    language: str
    guid: str
    author: str
    category: str
    owner_email: str = ""
    image_url: str = ""
    copyright_notice: str = ""
    is_explicit: bool = False
    updated: datetime | None = None


@dataclass(frozen=True)
class Episode:
    """One episode. `guid` is what applications know it by, for ever; `duration` in seconds.

    `html` is what applications show of it, `sound` what they play, `alternates` the same in
    other renditions as (File, title). Date and sound are missing in exports only.
    """

    guid: str
    title: str
    url: str
    summary: str
    published: datetime | None
    sound: File | None
    html: str = ""
    alternates: tuple[tuple[File, str], ...] = ()
    duration: int | None = None
    season: int | None = None
    number: int | None = None
    kind: str = "full"
    is_explicit: bool = False
    image_url: str = ""
    transcripts: tuple[Transcript, ...] = ()
    chapters_url: str = ""
    people: tuple[Person, ...] = ()
    licence: Licence | None = None
