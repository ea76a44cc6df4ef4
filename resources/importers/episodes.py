"""Columns of podcast episodes whose text is not the value itself."""

import re
from typing import Any
from urllib.parse import unquote, urljoin

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils.translation import gettext as _

from core.models import HubAudio
from core.uploads import audio_type
from resources import transcripts
from resources.blocks import ChapterBlock

from . import markup, values
from .record import Cell

# Hours, minutes and seconds, or minutes and seconds, or seconds; a fraction is cut off.
_CLOCK = re.compile(r"(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6})(?:[.,]\d+)?", re.ASCII)
_CHAPTER = re.compile(r"(\d[\d:]*)\s+(.+?)(?:\s+<(\S*)>)?")
_ENDS_LIKE_LINK = re.compile(r".*<\S*>")
Chapters = list[dict[str, str]]


def duration(text: str) -> int:
    """Seconds, from seconds or from hours, minutes and seconds with colons between them."""
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        raise ValidationError(
            _("“{text}” is no duration. Write seconds, or 1:02:03.").format(text=text.strip()[:40])
        )
    hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds


def transcript(text: str) -> str:
    """WebVTT with regular line ends; whether it is WebVTT the page model tells."""
    regular = regular_transcript(text)
    if found := values.CONTROL.search(regular):
        raise ValidationError(
            _("contains the control character U+{code:04X}.").format(code=ord(found.group()))
        )
    return regular


def regular_transcript(text: str) -> str:
    """A transcript without the differences in white space that nobody sees."""
    return "\n".join(line.rstrip() for line in transcripts.as_lines(text))


def chapters(cells: list[Cell]) -> Chapters:
    """Chapters from lines such as “1:05 What we found <https://example.org/>”."""
    lines = [line for line in cells[0].value.split("\n") if line.strip()]
    return [_chapter(values.line(line)) for line in lines]


def _chapter(text: str) -> dict[str, str]:
    match = _CHAPTER.fullmatch(text)
    if match is None:
        raise ValidationError(
            _("“{text}” is no chapter. Write its time and title, such as “1:05 Title”.").format(
                text=text[:60]
            )
        )
    start, title, url = match.groups()
    block = ChapterBlock().child_blocks
    return {
        "start": block["start"].clean(start),
        "title": values.within(title, block["title"].field.max_length),
        "url": values.url(url) if url else "",
    }


def chapter_line(chapter: dict[str, str]) -> str:
    """A chapter in the form that `chapters` reads."""
    title = markup.regular(chapter["title"])
    needs_mark = chapter["url"] or _ENDS_LIKE_LINK.fullmatch(title)
    link = f" <{chapter['url']}>" if needs_mark else ""
    return f"{chapter['start']} {title}{link}"


def read_chapters(page: Any) -> Chapters:
    """The chapters of a page."""
    return [
        {name: block.value[name] or "" for name in ("start", "title", "url")}
        for block in page.chapters
    ]


def write_chapters(page: Any, found: Chapters) -> None:
    """Gives a page its chapters."""
    page.chapters = [("chapter", chapter) for chapter in found]


def read_audio_url(page: Any) -> str:
    """Where a page's sound is, be it kept here or elsewhere."""
    return page.audio_url or (_address(page.audio.file.name) if page.audio else "")


def write_audio_url(page: Any, url: str) -> None:
    """Gives a page its sound: the file itself where the address is one of this hub."""
    page.audio = _own_audio(url)
    page.audio_url = "" if page.audio else url


def own_audio_url(cells: list[Cell]) -> str:
    """The address of a sound file of this hub; raises ValidationError for any other."""
    url = values.url(cells[0].value)
    if _own_audio(url) is None:
        raise ValidationError(_("“{url}” is no sound file of this hub.").format(url=url[:80]))
    return url


def read_audio_low_url(page: Any) -> str:
    """Where the small rendition of a page's sound is kept here."""
    return _address(page.audio_low.file.name) if page.audio_low else ""


def write_audio_low_url(page: Any, url: str) -> None:
    """Gives a page the small rendition of its sound."""
    page.audio_low = _own_audio(url)


def _own_audio(url: str) -> HubAudio | None:
    name = unquote(url.removeprefix(_address("")))
    return HubAudio.objects.filter(file=name).first() if name != unquote(url) else None


def read_audio_fact(column: str, page: Any) -> Any:
    """Type or bytes of a page's sound, as the page says or else as the file kept here does."""
    stated = getattr(page, column)
    if stated or not page.audio:
        return stated
    if column == "audio_type":
        return audio_type(page.audio.file.name) or ""
    try:
        return page.audio.file.size
    except OSError:
        return None


def write_audio_fact(column: str, page: Any, value: Any) -> None:
    """Says so on the page, unless the file kept here does."""
    if read_audio_fact(column, page) != value:
        setattr(page, column, value)


def _address(name: str) -> str:
    """The absolute address of a stored file, or of all of them without a name."""
    return urljoin(settings.SITE_URL, default_storage.url(name))
