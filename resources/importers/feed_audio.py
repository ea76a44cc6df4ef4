"""The sound of an item: one of the files that it offers."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.uploads import audio_type

from .feed_values import web_address
from .record import Record
from .report import Report
from .xml_tree import Element

# What nearly every player plays comes first.
_PREFERRED = ("audio/mpeg", "audio/mp3", "audio/mp4", "audio/x-m4a")
_OTHER_SOUND, _FILM, _NEITHER = len(_PREFERRED), len(_PREFERRED) + 1, len(_PREFERRED) + 2
_LONGEST_TYPE = 60


@dataclass(frozen=True)
class _File:
    url: str
    kind: str
    size: str
    line: int

    @property
    def rank(self) -> int:
        """How well it can be played: the lower, the better."""
        if self.kind in _PREFERRED:
            return _PREFERRED.index(self.kind)
        if self.kind.startswith("audio/"):
            return _OTHER_SOUND
        return _FILM if self.kind.startswith("video/") else _NEITHER


def add_audio(record: Record, item: Element, base: str, report: Report) -> None:
    """Adds the best sound file; an item without one keeps its words, and that is noted."""
    files = [file for file in _files(item, base) if file.rank < _NEITHER]
    if not files:
        report.note(_("this episode has no sound; it is kept without."), record.line)
        return
    best = min(files, key=lambda file: file.rank)
    if best.rank == _FILM:
        report.note(_("this episode is a film; only its sound can be played here."), best.line)
    record.add("audio_url", best.url, best.line)
    record.add("audio_type", best.kind[:_LONGEST_TYPE], best.line)
    if best.size.isascii() and best.size.isdigit() and int(best.size[:18]) > 0:
        record.add("audio_bytes", best.size[:18], best.line)


def _files(item: Element, base: str) -> Iterator[_File]:
    """Every file that is offered, those of plain enclosures first."""
    for element in item.all("enclosure", "media:content"):
        yield from _file(element, element.attributes.get("url", ""), base)
    for element in item.all("atom:link"):
        if element.attributes.get("rel") == "enclosure":
            yield from _file(element, element.attributes.get("href", ""), base)
    for element in item.all("podcast:alternateEnclosure"):
        for source in element.all("podcast:source"):
            yield from _file(element, source.attributes.get("uri", ""), base)


def _file(element: Element, address: str, base: str) -> Iterator[_File]:
    url = web_address(address, element.base or base) if address.strip() else ""
    if url:
        attributes = element.attributes
        kind = attributes.get("type", "").partition(";")[0].strip().lower()
        size = attributes.get("length", attributes.get("fileSize", "")).strip()
        path = url.partition("?")[0]
        yield _File(url, kind if "/" in kind else audio_type(path) or "", size, element.line)
