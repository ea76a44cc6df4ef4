"""Podcast feeds: RSS 2.0 with Apple's elements and those of the podcast namespace.

https://podcasters.apple.com/support/823-podcast-requirements,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md.
"""

import io
from collections.abc import Callable, Iterable

from django.utils.feedgenerator import Enclosure
from django.utils.html import escape

from resources.rss import WellFormedRss

from .record import Episode, File, Show

_NAMESPACES = {
    "xmlns:itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "xmlns:podcast": "https://podcastindex.org/namespace/1.0",
    "xmlns:content": "http://purl.org/rss/1.0/modules/content/",
}
# Transcripts whose format has times.
_TIMED = {"text/vtt", "application/x-subrip"}


def write(show: Show, episodes: Iterable[Episode]) -> bytes:
    """A show and its episodes, in their order, as a feed in UTF-8."""
    return write_as(PodcastFeed, show, episodes)


def write_as(kind: Callable[..., "PodcastFeed"], show: Show, episodes: Iterable[Episode]) -> bytes:
    """The same by a kind of PodcastFeed that adds elements of its own."""
    feed = kind(
        title=show.title,
        link=show.url,
        description=show.description or show.title,
        language=show.language,
        feed_url=show.feed_url,
        feed_copyright=show.copyright_notice,
        show=show,
    )
    for episode in episodes:
        feed.add_item(
            title=episode.title,
            link=episode.url,
            description=escape(episode.summary),
            unique_id=episode.guid,
            unique_id_is_permalink=episode.guid == episode.url,
            pubdate=episode.published,
            enclosures=_enclosures(episode.sound),
            episode=episode,
        )
    out = io.BytesIO()
    feed.write(out, "utf-8")
    return out.getvalue()


def _enclosures(sound: File | None) -> list[Enclosure]:
    return [Enclosure(sound.url, str(sound.size), sound.kind)] if sound else []


class PodcastFeed(WellFormedRss):
    """Writes a show and its episodes, given to it as records."""

    def rss_attributes(self):
        """Return the version and the namespaces."""
        return {**super().rss_attributes(), **_NAMESPACES}

    def latest_post_date(self):
        """Return when the show or an episode of it was published last."""
        dates = (self.feed["show"].updated, *(item["pubdate"] for item in self.items))
        return max(filter(None, dates), default=None) or super().latest_post_date()

    def add_root_elements(self, handler):
        """Write what applications ask of a show."""
        super().add_root_elements(handler)
        show = self.feed["show"]
        _write_image(handler, show)
        _write_category(handler, show.category)
        _write_owner(handler, show)
        for name, text in (
            ("itunes:author", show.author),
            ("itunes:explicit", _boolean(show.is_explicit)),
            ("itunes:type", "episodic"),
            ("podcast:guid", show.guid),
            ("podcast:medium", "podcast"),
        ):
            handler.addQuickElement(name, text)

    def add_item_elements(self, handler, item):
        """Write one episode: RSS's elements, Apple's and those of the podcast namespace."""
        super().add_item_elements(handler, item)
        episode = item["episode"]
        _write_facts(handler, episode)
        for transcript in episode.transcripts:
            attributes = {"url": transcript.url, "type": transcript.kind}
            attributes["language"] = transcript.language
            if transcript.kind in _TIMED:
                attributes["rel"] = "captions"
            handler.addQuickElement("podcast:transcript", None, attributes)
        if episode.chapters_url:
            attributes = {"url": episode.chapters_url, "type": "application/json+chapters"}
            handler.addQuickElement("podcast:chapters", None, attributes)
        for person in episode.people:
            attributes = {"group": person.group, "role": person.role}
            handler.addQuickElement("podcast:person", person.name, attributes)
        if licence := episode.licence:
            handler.addQuickElement("podcast:license", licence.name, {"url": licence.url})
        for file, title in episode.alternates:
            _write_alternate(handler, file, title, episode.duration)


def _write_image(handler, show):
    if not show.image_url:
        return
    handler.startElement("image", {})
    for name, text in (("url", show.image_url), ("title", show.title), ("link", show.url)):
        handler.addQuickElement(name, text)
    handler.endElement("image")
    handler.addQuickElement("itunes:image", None, {"href": show.image_url})


def _write_category(handler, category):
    whole, _colon, part = category.partition(":")
    handler.startElement("itunes:category", {"text": whole})
    if part:
        handler.addQuickElement("itunes:category", None, {"text": part})
    handler.endElement("itunes:category")


def _write_owner(handler, show):
    """Who may move the feed to another host; it is not locked, so that anybody may import it."""
    attributes = {}
    if show.owner_email:
        handler.startElement("itunes:owner", {})
        handler.addQuickElement("itunes:name", show.author)
        handler.addQuickElement("itunes:email", show.owner_email)
        handler.endElement("itunes:owner")
        attributes["owner"] = show.owner_email
    handler.addQuickElement("podcast:locked", "no", attributes)


def _write_facts(handler, episode):
    facts = (
        ("content:encoded", episode.html),
        ("itunes:duration", episode.duration),
        ("itunes:season", episode.season),
        ("itunes:episode", episode.number),
        ("itunes:episodeType", episode.kind),
        ("itunes:explicit", _boolean(episode.is_explicit)),
    )
    for name, value in facts:
        if value:
            handler.addQuickElement(name, str(value))
    if episode.image_url:
        handler.addQuickElement("itunes:image", None, {"href": episode.image_url})


def _write_alternate(handler, file, title, duration):
    attributes = {"type": file.kind, "title": title}
    if file.size:
        attributes["length"] = str(file.size)
    if file.size and duration:
        attributes["bitrate"] = str(file.size * 8 // duration)
    handler.startElement("podcast:alternateEnclosure", attributes)
    handler.addQuickElement("podcast:source", None, {"uri": file.url})
    handler.endElement("podcast:alternateEnclosure")


def _boolean(value):
    return "true" if value else "false"
