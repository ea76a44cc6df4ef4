"""Podcast feeds: RSS and Atom, with the elements of iTunes and of the podcast namespace.

https://www.rssboard.org/rss-specification, https://www.rfc-editor.org/rfc/rfc4287,
https://podcasters.apple.com/support/823-podcast-requirements,
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md.

Feed parsers for newsreaders keep one value of each element, mix what is announced live with the
show, and forget lines; so the tree is read here.
"""

import re
from collections import Counter

from django.utils.translation import gettext as _

from . import feed_item
from .feed_show import read_shows
from .record import Record, Show
from .report import ImportRefused, Report
from .xml_tree import Element, parse

# Of elements that other programs pass over: https://www.rssboard.org/rss-specification#extendingRss
OWN_NAMESPACE = "urn:x-qihub:resources"
OWN_PREFIX = "qihub"
_RSS = ("http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/")
# Namespaces in small letters, as some feeds write them in capitals.
PREFIXES = {
    **dict.fromkeys((*_RSS, "http://backend.userland.com/rss2"), ""),
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/xml/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://search.yahoo.com/mrss/": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "http://podlove.org/simple-chapters": "psc",
    OWN_NAMESPACE: OWN_PREFIX,
}


def looks_like(start: bytes) -> bool:
    """Whether a file begins as a feed does."""
    return re.search(rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)[\s>]", start.replace(b"\0", b"")) is not None


def read(data: bytes, report: Report) -> list[Record]:
    """The episodes of a feed, each with its show; what cannot be kept is noted with its line."""
    root = parse(data, PREFIXES)
    channel = root if root.name == "atom:feed" else root.first("channel")
    if channel is None or root.name not in ("rss", "rdf:RDF", "atom:feed"):
        raise ImportRefused(_("The file is no RSS or Atom feed."))
    items = list(channel.all("item", "atom:entry")) or list(root.all("item"))
    if not items:
        raise ImportRefused(_("The feed holds no episode."))
    shows = read_shows(channel)
    context = _context(channel, items, shows)
    return _without_repetitions([feed_item.read(item, context, report) for item in items], report)


def _context(channel: Element, items: list[Element], shows: list[Show]) -> feed_item.Channel:
    base = feed_item.link_of(channel, channel.base)
    links = Counter(feed_item.link_of(item, item.base or base) for item in items)
    language = channel.first("language", "dc:language")
    return feed_item.Channel(
        shows=shows,
        base=base,
        language=language.text if language else channel.attributes.get("xml:lang", ""),
        language_line=language.line if language else channel.line,
        # The address of the show, or one that several episodes share, is no episode's own.
        shared_links={base, *(link for link, times in links.items() if times > 1)},
        people=list(channel.all("podcast:person")),
        licence=channel.first("podcast:license"),
    )


def _without_repetitions(records: list[Record], report: Report) -> list[Record]:
    """The records without those that say again what an earlier one has said."""
    seen: dict[tuple, int] = {}
    kept = []
    for record in records:
        cells = (record.cells.get(name) for name in ("language", "source_id", "title", "audio_url"))
        said = (id(record.show), *(found[0].value if found else "" for found in cells))
        line = seen.setdefault(said, record.line)
        if line != record.line:
            report.note(_("the same episode as on line {line}.").format(line=line), record.line)
        else:
            kept.append(record)
    return kept
