"""Transcripts in WebVTT (https://www.w3.org/TR/webvtt1/): read, checked, put into words."""

from dataclasses import dataclass

import webvtt
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from webvtt.errors import MalformedCaptionError, MalformedFileError


@dataclass(frozen=True)
class Cue:
    """What is said from `start` to `end`, in seconds; `speaker` is "" where none is named."""

    start: float
    end: float
    speaker: str
    text: str


def parse(text):
    """Return the cues of a WebVTT text in their order; an empty text has none.

    Raises ValidationError, which says what to change, for anything but WebVTT.
    """
    if not text.strip():
        return []
    try:
        captions = webvtt.from_string(text.strip(), strict=True)
    except MalformedFileError as error:
        raise ValidationError(_("A transcript begins with a line that says WEBVTT.")) from error
    except MalformedCaptionError as error:
        raise ValidationError(
            _("This part of the transcript cannot be read: {part}").format(part=str(error)[:200])
        ) from error
    return [
        Cue(
            start=caption.start_time.in_milliseconds() / 1000,
            end=caption.end_time.in_milliseconds() / 1000,
            speaker=caption.voice or "",
            text=" ".join(caption.text.split()),
        )
        for caption in captions
    ]
