"""Cutting a page or a term into passages, as wagtail-localize does."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments

from ..models import Kind

# wagtail-localize numbers links by their order in a passage; what they lead to is a passage of
# its own, so that a number says nothing about the text.
_NUMBER_OF_LINK = re.compile(r'\s+id="a\d+"')
_ADDRESS_IN_PATH = re.compile(r"\.?'(?:[^'\\]|\\.)*'\Z")


@dataclass(frozen=True)
class Extracted:
    """A passage as it stands in content; `position` counts from 1 through all of it.

    `row` is whatever it was made from, where somebody needs it back.
    """

    kind: str
    path: str
    position: int
    text: str
    row: Any = field(default=None, compare=False)

    @cached_property
    def digest(self):
        """What stands for the text."""
        return digest(self.text)


def canonical(text):
    """Return a passage without what is no change: spacing, numbers of links, Unicode forms."""
    without = _NUMBER_OF_LINK.sub("", unicodedata.normalize("NFC", text))
    return " ".join(without.split())


def digest(text):
    """Return 32 hexadecimal digits that stand for the canonical form of a passage."""
    return hashlib.blake2s(canonical(text).encode(), digest_size=16).hexdigest()


def passages_of(instance):
    """Return the passages of a page or a term as a list of `Extracted`, in order."""
    return [
        passage
        for segment in extract_segments(instance)
        if (passage := _extracted(segment)) is not None
    ]


def _extracted(segment):
    if isinstance(segment, StringSegmentValue):
        return Extracted(Kind.TEXT, segment.path, segment.order, segment.string.data)
    if isinstance(segment, OverridableSegmentValue) and segment.data is not None:
        path = _ADDRESS_IN_PATH.sub("", segment.path)
        kind = Kind.MEDIA if path == segment.path else Kind.LINK
        return Extracted(kind, path, segment.order, str(segment.data))
    return None
