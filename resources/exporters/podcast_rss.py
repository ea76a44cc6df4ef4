"""Podcasts as RSS: the feed that any application reads, and what only another hub needs.

Whatever an import would not read out of the usual elements as it is here stands in elements of
our own namespace, which others pass over: columns of an episode, and the fields of a podcast.
"""

import datetime
import mimetypes
from collections.abc import Iterable
from functools import partial

from resources.choices import Licence
from resources.importers import feed, markup, values
from resources.importers.columns import COLUMNS
from resources.importers.feed_item import OWN_COLUMN
from resources.importers.feed_show import FACTS, OWN_FIELD, OWN_SHOW
from resources.importers.people import split_pair
from resources.importers.report import Report
from resources.models import PodcastPage
from resources.podcasting import record
from resources.podcasting.people import person
from resources.podcasting.show import show_of
from resources.podcasting.writer import PodcastFeed, write_as

from .references import texts
from .rows import Row, Values

_USUAL_SOUND = "audio/mpeg"
_NOON = datetime.time(12, tzinfo=datetime.UTC)
Key = tuple[str, str]


def write(rows: Iterable[Row]) -> bytes:
    """The rows as one feed. It tells the world of the first podcast, and hubs of all."""
    rows = list(rows)
    shows = _shows(rows)
    first = show_of(next(iter(shows.values())))
    episodes = [_episode(row, first) for row in rows]
    own = [_place(row.values, shows) for row in rows]
    readings = feed.read(_written(first, shows, episodes, own), Report())
    own = [
        {**place, **_missing(row.values, reading)}
        for row, place, reading in zip(rows, own, readings, strict=True)
    ]
    return _written(first, shows, episodes, own)


def _shows(rows: list[Row]) -> dict[Key, PodcastPage]:
    """The podcasts of the rows by language and title, in the order of the rows."""
    pages = {
        (page.locale.language_code, page.title): page
        for page in PodcastPage.objects.live().public().select_related("locale", "cover")
    }
    keys = dict.fromkeys((row.values["language"], row.values["show"]) for row in rows)
    return {key: pages[key] for key in keys}


def _place(row: Values, shows: dict[Key, PodcastPage]) -> Values:
    """Language and podcast of an episode, where they are not those of the whole feed."""
    key = (row["language"], row["show"])
    return {} if key == next(iter(shows)) else {"language": key[0], "show": key[1]}


def _missing(row: Values, reading) -> Values:
    """The columns of a row that come back otherwise, or come without being there."""
    found = {
        column: [cell.value for cell in cells] if COLUMNS[column].separator else cells[0].value
        for column, cells in reading.cells.items()
    }
    wanted = {column: value for column, value in row.items() if column != "show"}
    columns = [column for column in COLUMNS if wanted.get(column) != found.get(column)]
    return {column: wanted.get(column, "") for column in columns}


def _episode(whole: Row, show: record.Show) -> record.Episode:
    row = whole.values
    published = row.get("published_on")
    url = row.get("url", "")
    return record.Episode(
        guid=row.get("source_id") or url,
        title=row["title"],
        url=url or show.url,
        summary=row.get("summary", ""),
        published=_at_noon(published) if published else None,
        sound=_sound(row) if "audio_url" in row else None,
        html=_html(whole),
        duration=_number(row, "duration"),
        season=_number(row, "season"),
        number=_number(row, "episode"),
        kind=row.get("episode_type", ""),
        is_explicit="is_explicit" in row,
        transcripts=tuple(_transcripts(row)),
        chapters_url=row.get("chapters_url", ""),
        people=tuple(_people(row)),
        licence=_licence(row),
    )


def _html(row: Row) -> str:
    """The body as applications show it: formatted text, or of other passages the words."""
    body = row.values.get("body", "")
    return body if markup.is_markup(body) else values.rich_text(values.literal(row.words))


def _at_noon(day: str) -> datetime.datetime:
    """A moment that is the same day in nearly all zones."""
    return datetime.datetime.combine(datetime.date.fromisoformat(day), _NOON)


def _number(row: Values, column: str) -> int | None:
    return int(row[column]) if column in row else None


def _sound(row: Values) -> record.File:
    return record.File(
        row["audio_url"], row.get("audio_type", _USUAL_SOUND), _number(row, "audio_bytes") or 0
    )


def _transcripts(row: Values) -> Iterable[record.Transcript]:
    if url := row.get("transcript_url"):
        kind = mimetypes.guess_type(url.partition("?")[0])[0] or "text/plain"
        yield record.Transcript(url, row["language"], kind)


def _people(row: Values) -> Iterable[record.Person]:
    for text in row.get("roles", []):
        name, role = split_pair(text)
        if found := person(name, role):
            yield found


def _licence(row: Values) -> record.Licence | None:
    deed = Licence(row["licence"]).deed if "licence" in row else ""
    return record.Licence(row["licence"], deed) if deed else None


def _written(
    first: record.Show,
    shows: dict[Key, PodcastPage],
    episodes: list[record.Episode],
    own: list[Values],
) -> bytes:
    columns = {id(episode): values for episode, values in zip(episodes, own, strict=True)}
    return write_as(partial(_HubFeed, shows=shows, columns=columns), first, episodes)


class _HubFeed(PodcastFeed):
    """Adds what is ours: `shows` by language and title, `columns` by the id of an episode."""

    def rss_attributes(self):
        """Return the namespaces, ours among them."""
        return {**super().rss_attributes(), f"xmlns:{feed.OWN_PREFIX}": feed.OWN_NAMESPACE}

    def add_root_elements(self, handler):
        """Write what the feed tells of its podcast, and the fields of all that it holds."""
        super().add_root_elements(handler)
        for (language, _title), page in self.feed["shows"].items():
            _write_show(handler, language, page)

    def add_item_elements(self, handler, item):
        """Write an episode, and the columns that its usual elements do not carry."""
        # Problems of a file are told by its lines.
        handler.ignorableWhitespace("\n")
        super().add_item_elements(handler, item)
        for column, value in self.feed["columns"][id(item["episode"])].items():
            for text in texts(value) or [""]:
                handler.addQuickElement(OWN_COLUMN, text, {"name": column})


def _write_show(handler, language: str, page: PodcastPage) -> None:
    handler.startElement(OWN_SHOW, {"language": language})
    for name in ("title", *FACTS):
        value = getattr(page, name)
        text = ("yes" if value else "") if isinstance(value, bool) else value
        if text:
            handler.addQuickElement(OWN_FIELD, text, {"name": name})
    handler.endElement(OWN_SHOW)
