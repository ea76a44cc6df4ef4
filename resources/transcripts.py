"""Transcripts in WebVTT (https://www.w3.org/TR/webvtt1/): read, checked, put into paragraphs."""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Some ten hours of speech.
MAX_CHARACTERS = 1_000_000
# A long speech by one person is easier to read, and to find one's way in, in shorter paragraphs.
_PARAGRAPH_SECONDS = 45

_ARROW = "-->"
_NOT_CUES = ("NOTE", "STYLE", "REGION")
_TIME = r"(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})"
_TIMINGS = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?:[ \t].*)?")
# A tag ends before the next one begins: else a text of nothing but "<" takes minutes.
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?[ \t]([^<>]*)>")
_TAG = re.compile(r"<[^<>]*>")
_EXAMPLE = "00:00:05.000 --> 00:00:08.000"
_SHOWN = 60


@dataclass(frozen=True)
class Cue:
    """What is said from `start` to `end`, in seconds; `speaker` is "" where none is named.

    The text and the name are plain: whoever shows them as HTML escapes them.
    """

    start: float
    end: float
    speaker: str
    text: str


@dataclass(frozen=True)
class Paragraph:
    """What one speaker says at a stretch; `start` in seconds, `anchor` names it in the page."""

    start: float
    anchor: str
    speaker: str
    text: str


def parse(text):
    """Return the cues of a WebVTT text in their order; an empty text has none.

    Raises ValidationError, which names the line and what to change, for anything but WebVTT
    whose cues stand in the order of time. Cues may overlap, as people do.
    """
    if len(text) > MAX_CHARACTERS:
        raise ValidationError(
            _(
                "This transcript has %(length)s characters, and %(limit)s are the most that can "
                "be kept. Shorten it, or make two episodes of it."
            )
            % {"length": len(text), "limit": MAX_CHARACTERS}
        )
    lines = as_lines(text)
    if not any(line.strip() for line in lines):
        return []
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        raise ValidationError(
            _(
                "Line 1: a transcript begins with a line that says WEBVTT, and an empty line "
                "after it. Put them there."
            )
        )
    found = [cue for number, block in _blocks(lines) for cue in _cues(number, block)]
    _require_order(found)
    return [cue for _number, cue in found if cue.text]


def as_lines(text):
    """Return the lines of a WebVTT text, without a byte order mark and idle lines at its ends."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return plain.strip("\n").split("\n")


def paragraphs(cues):
    """Return the Paragraphs of `cues`: a new one where somebody else speaks, or after a while."""
    found, taken = [], {}
    for group in _groups(cues):
        second = int(group[0].start)
        taken[second] = taken.get(second, 0) + 1
        suffix = f"-{taken[second]}" if taken[second] > 1 else ""
        text = " ".join(cue.text for cue in group)
        found.append(Paragraph(group[0].start, f"t-{second}{suffix}", group[0].speaker, text))
    return found


def _groups(cues) -> Iterator[list[Cue]]:
    group: list[Cue] = []
    for cue in cues:
        goes_on = group and cue.speaker == group[0].speaker
        if goes_on and cue.start - group[0].start < _PARAGRAPH_SECONDS:
            group.append(cue)
            continue
        if group:
            yield group
        group = [cue]
    if group:
        yield group


def _blocks(lines) -> Iterator[tuple[int, list[str]]]:
    """Yield the parts between empty lines behind the header, each with its first line's number."""
    block: list[str] = []
    in_header = True
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
            continue
        if in_header:
            _require_no_times(1, block)
        elif block:
            yield number - len(block), block
        block, in_header = [], False


def _cues(number, block) -> Iterator[tuple[int, Cue]]:
    """Yield the cues of a block, each with the number of its times' line."""
    if block[0].split(" ")[0].split("\t")[0] in _NOT_CUES:
        return
    at = next((index for index, line in enumerate(block) if _ARROW in line), None)
    if at is None or at > 1:
        raise ValidationError(
            _(
                "Line %(line)s: “%(text)s” has no times. Put a line such as %(example)s before "
                "it, and an empty line before that."
            )
            % {"line": number, "text": block[0][:_SHOWN], "example": _EXAMPLE}
        )
    number += at
    payload = block[at + 1 :]
    _require_no_times(number + 1, payload)
    start, end = _times(number, block[at])
    for speaker, words in _voices("\n".join(payload)):
        yield number, Cue(start, end, speaker, words)


def _require_no_times(number, lines):
    for line_number, line in enumerate(lines, start=number):
        if _ARROW in line:
            raise ValidationError(
                _("Line %(line)s: put an empty line before these times.") % {"line": line_number}
            )


def _times(number, line):
    match = _TIMINGS.fullmatch(line)
    if match is None:
        raise ValidationError(
            _("Line %(line)s: these times cannot be read. Write them like this: %(example)s")
            % {"line": number, "example": _EXAMPLE}
        )
    start, end = _seconds(match.groups()[:4]), _seconds(match.groups()[4:])
    if end <= start:
        raise ValidationError(
            _("Line %(line)s: this part ends before it begins. Correct one of its times.")
            % {"line": number}
        )
    return start, end


def _seconds(parts):
    hours, minutes, seconds, milliseconds = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + milliseconds / 1000


def _voices(payload):
    """Return [(speaker, words)] of a cue: its voice spans, and what stands before the first."""
    before, *spans = _VOICE.split(payload)
    found = [("", before), *zip(spans[::2], spans[1::2], strict=True)]
    plain = [(_plain(speaker), _plain(words)) for speaker, words in found]
    return [pair for pair in plain if pair[1]]


def _plain(markup):
    """Return the words of a cue without its tags, with its character references resolved."""
    return " ".join(html.unescape(_TAG.sub("", markup)).split())


def _require_order(found):
    for (_before, earlier), (number, later) in pairwise(found):
        if later.start < earlier.start:
            raise ValidationError(
                _(
                    "Line %(line)s: this part begins before the one above it. Put the parts in "
                    "the order of their times."
                )
                % {"line": number}
            )
