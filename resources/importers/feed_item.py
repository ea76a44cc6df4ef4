"""One item of a feed as a record."""

import hashlib
import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from resources.choices import EpisodeType, Licence
from resources.models import EpisodePage
from resources.podcasting.clock import clock

from . import episodes, feed_audio, markup
from .columns import COLUMNS
from .feed_people import add_people
from .feed_values import day, formatted, is_explicit, plain, web_address
from .record import Cell, Record, Show
from .report import Report
from .summaries import opening
from .xml_tree import Element

# Columns that an export of this hub has named itself.
OWN_COLUMN = "qihub:column"
_UNFORMATTED = re.compile(r"(?:<p>[^<]*</p>)*")
# Best first: only WebVTT can be shown beside the sound, and the others are links.
_TRANSCRIPTS = ("text/vtt", "application/x-subrip", "application/srt", "text/html")


@dataclass(frozen=True)
class Channel:
    """What an item takes from the feed around it."""

    shows: list[Show]
    base: str
    language: str
    language_line: int
    shared_links: set[str]
    people: list[Element]
    licence: Element | None


def link_of(element: Element, base: str) -> str:
    """The address of the page that a channel or an item is about, or ""."""
    if (link := element.first("link")) and link.text:
        return web_address(link.text, link.base or base)
    for link in element.all("atom:link"):
        if link.attributes.get("rel", "alternate") == "alternate":
            return web_address(link.attributes.get("href", ""), link.base or base)
    return ""


def read(item: Element, channel: Channel, report: Report) -> Record:
    """The record of an item; what cannot be kept goes to the report's notes."""
    record = Record(item.line)
    base = item.base or channel.base
    record.add("language", channel.language, channel.language_line)
    _add_texts(record, item, base)
    _add_link(record, link_of(item, base), channel, report)
    _add_date(record, item, report)
    _add_facts(record, item, report)
    feed_audio.add_audio(record, item, base, report)
    add_people(record, item, channel.people)
    _add_licence(record, item.first("podcast:license") or channel.licence)
    _add_transcript(record, item, base, channel.language)
    _add_chapters(record, item, base, report)
    _add_key(record, item)
    _add_own(record, item)
    record.show = _show(record, channel)
    return record


def _add_texts(record: Record, item: Element, base: str) -> None:
    about = item.first("description", "atom:summary", "itunes:summary", "itunes:subtitle")
    full = item.first("content:encoded", "atom:content")
    found = [_html(element) for element in (about, full) if element and _html(element)]
    if found:
        longest = EpisodePage._meta.get_field("summary").max_length
        summary, body = plain(found[0]), formatted(found[-1], base)
        line = (about or full).line
        record.add("summary", opening(summary, longest), line)
        says_more = markup.words(body) != markup.regular(summary) or len(summary) > longest
        if says_more or not _UNFORMATTED.fullmatch(body):
            record.add("body", body, (full or about).line)
    title = item.first("title", "atom:title", "itunes:title")
    text = plain(_html(title)) if title else ""
    if not text and found:
        text = opening(plain(found[0]).partition("\n")[0], 100)
    record.add("title", text, title.line if title else item.line)


def _html(element: Element) -> str:
    """The content of an element as HTML or text, as far as it is text at all."""
    kind = element.attributes.get("type", "")
    if kind == "xhtml":
        return element.markup()
    return "" if "/" in kind and not kind.startswith("text/") else element.text


def _add_link(record: Record, link: str, channel: Channel, report: Report) -> None:
    if not link or link in channel.shared_links:
        return
    if len(link) > EpisodePage._meta.get_field("source_url").max_length:
        report.note(_("the link is too long to be kept."), record.line)
    else:
        record.add("url", link, record.line)


def _add_date(record: Record, item: Element, report: Report) -> None:
    element = item.first("pubDate", "atom:published", "atom:issued", "dc:date", "atom:updated")
    if element is None or not element.text:
        return
    if date := day(element.text):
        record.add("published_on", date, element.line)
    else:
        report.note(
            _("“{text}” is no date that can be read; the page has none.").format(
                text=element.text[:40]
            ),
            element.line,
        )


def _add_facts(record: Record, item: Element, report: Report) -> None:
    _add_number(record, "season", item.first("itunes:season", "podcast:season"), 32_767, report)
    _add_number(
        record, "episode", item.first("itunes:episode", "podcast:episode"), 2_147_483_647, report
    )
    kind = item.first("itunes:episodeType")
    if kind and kind.text.lower() in EpisodeType.values:
        record.add("episode_type", kind.text.lower(), kind.line)
    explicit = item.first("itunes:explicit")
    if explicit and is_explicit(explicit.text):
        record.add("is_explicit", "yes", explicit.line)
    duration = item.first("itunes:duration")
    if duration and duration.text:
        try:
            record.add("duration", str(episodes.duration(duration.text)), duration.line)
        except ValidationError as error:
            report.note(error.messages[0], duration.line)


def _add_number(
    record: Record, column: str, element: Element | None, most: int, report: Report
) -> None:
    if element is None or not element.text:
        return
    if re.fullmatch(r"0*\d{1,10}", element.text, re.ASCII) and int(element.text) <= most:
        record.add(column, str(int(element.text)), element.line)
    else:
        report.note(
            _("“{text}” is no number; “{column}” stays empty.").format(
                text=element.text[:40], column=column
            ),
            element.line,
        )


def _add_licence(record: Record, element: Element | None) -> None:
    if element and element.text.lower() in Licence.values:
        record.add("licence", element.text.lower(), element.line)


def _add_transcript(record: Record, item: Element, base: str, language: str) -> None:
    """The best of the transcripts: in the language of the episode, then by what can be done."""

    def rank(element):
        spoken = element.attributes.get("language", "") or language
        kind = element.attributes.get("type", "").lower()
        other = spoken.lower().partition("-")[0] != language.lower().partition("-")[0]
        return other, _TRANSCRIPTS.index(kind) if kind in _TRANSCRIPTS else len(_TRANSCRIPTS)

    for element in sorted(item.all("podcast:transcript"), key=rank):
        address = web_address(element.attributes.get("url", ""), element.base or base)
        if address:
            record.add("transcript_url", address, element.line)
            return


def _add_chapters(record: Record, item: Element, base: str, report: Report) -> None:
    if (element := item.first("podcast:chapters")) is not None:
        address = web_address(element.attributes.get("url", ""), element.base or base)
        record.add("chapters_url", address, element.line)
    if (whole := item.first("psc:chapters")) is not None:
        lines = (_chapter(part, base, report) for part in whole.all("psc:chapter"))
        record.add("chapters", "\n".join(filter(None, lines)), whole.line)


def _chapter(element: Element, base: str, report: Report) -> str:
    """A line of the column; "" for a chapter that it does not take, which is noted."""
    title = markup.regular(plain(element.attributes.get("title", "")))
    url = web_address(element.attributes["href"], base) if "href" in element.attributes else ""
    try:
        start = clock(episodes.duration(element.attributes.get("start", "")))
        line = episodes.chapter_line({"start": start, "title": title, "url": url})
        episodes.chapters([Cell(line, element.line)])
    except ValidationError as error:
        report.note(error.messages[0], element.line)
        return ""
    return line


def _add_key(record: Record, item: Element) -> None:
    """How the episode is known again: its guid, else its sound, its page, its title and day."""
    guid = item.first("guid", "atom:id")
    others = (record.cells.get(name) for name in ("audio_url", "url", "title", "published_on"))
    audio, url, *words = (cells[0].value if cells else "" for cells in others)
    found = guid.text if guid else item.attributes.get("rdf:about", "")
    key = " ".join((found or audio or url or " ".join(words)).split())
    if len(key) > EpisodePage._meta.get_field("source_id").max_length:
        key = f"sha256:{hashlib.sha256(key.encode()).hexdigest()}"
    record.add("source_id", key, guid.line if guid else item.line)


def _add_own(record: Record, item: Element) -> None:
    """Takes what an export of this hub says in its own elements instead of what others say."""
    for element in item.all(OWN_COLUMN):
        column = element.attributes.get("name", "")
        if column in COLUMNS:
            record.cells.pop(column, None)
    for element in item.all(OWN_COLUMN):
        column = element.attributes.get("name", "")
        if column in COLUMNS:
            record.add(column, element.text, element.line)


def _show(record: Record, channel: Channel) -> Show | None:
    """The item's show: the only one of the feed, or the one that it names in its language."""
    if "show" not in record.cells:
        return channel.shows[0]
    title = record.cells.pop("show")[0].value
    language = record.cells["language"][0].value if "language" in record.cells else ""
    for show in channel.shows:
        if show.title == title and show.language in ("", language):
            return show
    return channel.shows[0]
