"""Where every entry is filed, kept in this process's memory: counting 10,000 hits takes no SQL.

For each value of each facet there is the set of entries that have it, as bits (see `bits`). The
database's rows stay the truth: every question begins with what was written since the last one
(see `models.changes`), so that what is counted is what stands there.
"""

import json
import threading
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from itertools import compress

from django.db import connection
from django.db.models import Count
from wagtail.models import Page

from . import bits
from .bits import Layers
from .models import Change, Entry

_NO, _YES = b"0", ord("1")
# Room for resources to come, in parts of those there are; a byte has eight of them.
_SPARE, _LEAST_ROOM = 4, 1_024
_AT_ONCE = 2_000

# Written out, because the ORM takes longer to write them than the database to answer.
_FACTS = (
    "e.resource, e.language, e.type, e.outcome, e.year, e.filed, e.sort_date, e.expires_at, "
    "(SELECT above.id FROM wagtailcore_page above "
    f"WHERE above.path = SUBSTR(p.path, 1, LENGTH(p.path) - {Page.steplen})) AS parent"
)
_ALL = f"SELECT e.page_id, {_FACTS} FROM search_entry e JOIN wagtailcore_page p ON p.id = e.page_id"
_SINCE = (
    f"SELECT c.id, c.token, c.entry_id, {_FACTS} FROM search_change c "
    "LEFT JOIN search_entry e ON e.page_id = c.entry_id "
    "LEFT JOIN wagtailcore_page p ON p.id = e.page_id WHERE c.id >= %s ORDER BY c.id"
)


class Catalogue:
    """All entries of the site's database, as of the last time that this process looked."""

    def __init__(self):
        self._lock = threading.Lock()
        self._last = None
        # Another number whenever anything has changed; what was read anew counts as changed.
        self.edition = 0
        self._clear(0)

    @contextmanager
    def today(self) -> Iterator["Catalogue"]:
        """Give the catalogue as the database has it now; it stays so throughout the block."""
        with self._lock:
            self._follow()
            yield self

    def values(self, facet: str) -> dict[str, Layers]:
        """Return the entries that have each value of a facet."""
        return self._filed[facet]

    def having(self, facet: str, values: Iterable[str]) -> Layers:
        """Return the entries that have any of the values of a facet."""
        filed = self._filed[facet]
        return bits.united(filed[value] for value in values if value in filed)

    def entries(self, page_ids: Iterable[int]) -> Layers:
        """Return the entries of these pages; pages without one are passed over."""
        return self.entries_at(self.placed(page_ids)[1])

    def entries_at(self, places: Iterable[int]) -> Layers:
        """Return the entries at these places."""
        flags = bytearray(_NO) * (self._room * self._layers)
        for place in places:
            flags[place] = _YES
        starts = range(0, len(flags), self._room)
        parts = (flags[start : start + self._room] for start in starts)
        return {n: int(part, 2) for n, part in enumerate(parts) if _YES in part}

    def shown(self, now: datetime, withheld: Iterable[str]) -> Layers:
        """Return the entries that readers may be shown: unexpired, in no withheld language."""
        expired = [page_id for page_id, end in self._expiring.items() if end <= now]
        hidden = [self.having("language", withheld)]
        if expired:
            hidden.append(self.entries(expired))
        return bits.without(self._all, bits.united(hidden))

    def below(self, paths: tuple[str, ...]) -> Layers:
        """Return the entries of pages below these paths of the page tree. One query."""
        parents = Page.objects.filter(pk__in=self._filed["parent"].keys())
        inside = [pk for pk, path in parents.values_list("pk", "path") if path.startswith(paths)]
        return self.having("parent", inside)

    def newest(self) -> Iterator[tuple[int, int]]:
        """Yield all pages with their places, the newest first; those without a date come last."""
        if self._newest is None:
            self._newest = self.placed(sorted(self._days, key=self.age))
        return zip(*self._newest, strict=True)

    def placed(self, page_ids: Iterable[int]) -> tuple[array, array]:
        """Return those of these pages that have an entry, and beside them the places of these."""
        page_ids = list(page_ids)
        places = list(map(self._places.get, page_ids))
        if None in places:
            page_ids = compress(page_ids, (place is not None for place in places))
            places = [place for place in places if place is not None]
        return array("q", page_ids), array("q", places)

    def published_since(self, day: date) -> set[int]:
        """Return the pages that were published on `day` or later."""
        if self._recent is None or self._recent[0] != day:
            first = day.toordinal()
            self._recent = day, {pk for pk, when in self._days.items() if when >= first}
        return self._recent[1]

    def age(self, page_id: int) -> tuple[int, int]:
        """Return a key that sorts newer pages before older ones."""
        return -self._days.get(page_id, 0), page_id

    def among(self, placed: Iterable[tuple[int, int]], layers: Layers) -> Iterator[tuple[int, int]]:
        """Yield those pages of `placed` that are in `layers`, each with its resource's number."""
        size = self._room // 8
        flags = b"".join(layers.get(n, 0).to_bytes(size, "big") for n in range(self._layers))
        for page_id, place in placed:
            if flags[place >> 3] & 128 >> (place & 7):
                yield page_id, place % self._room

    def _clear(self, room):
        self.edition += 1
        self._room = room
        self._layers = 0
        self._numbers = {}
        self._taken = []
        self._places = {}
        self._days = {}
        self._expiring = {}
        self._newest = self._recent = None
        self._all = {}
        self._filed = defaultdict(dict)

    def _follow(self):
        """Take in what was written since the last time. One query, but for a process's first."""
        last, self._last = self._last, None  # Whatever goes wrong, the next question begins anew.
        changes = list(_rows(_SINCE, last[:1])) if last else []
        fits = len(self._numbers) + len(changes) < self._room
        if changes and changes[0][:2] == last and fits:
            changed = {page_id: row for _, _, page_id, *row in changes[1:]}
            if changed:
                self._remove(changed)
                self._take_all((page_id, *row) for page_id, row in changed.items() if row[0])
            self._last = changes[-1][:2]
        else:
            self._last = self._load()

    def _load(self):
        """Read everything anew; return what to follow from."""
        last = Change.objects.order_by("-pk").values_list("pk", "token").first()
        count = Entry.objects.aggregate(count=Count("resource", distinct=True))["count"]
        self._clear(8 * ((count + count // _SPARE + _LEAST_ROOM) // 8))
        self._take_all(_rows(_ALL))
        return last

    def _remove(self, page_ids):
        self.edition += 1
        self._newest = self._recent = None
        gone = self.entries(page_ids)
        for page_id in page_ids:
            place = self._places.pop(page_id, None)
            self._days.pop(page_id, None)
            self._expiring.pop(page_id, None)
            if place is not None:
                layer, number = divmod(place, self._room)
                self._taken[number] &= ~(1 << layer)
        self._all = bits.without(self._all, gone)
        for values in self._filed.values():
            for value, layers in values.items():
                values[value] = bits.without(layers, gone)

    def _take_all(self, rows):
        """Take in rows of entries that are not in the catalogue."""
        self._newest = self._recent = None
        places = defaultdict(list)
        for (
            page_id,
            resource,
            language,
            kind,
            outcome,
            year,
            filed,
            day,
            expires_at,
            parent,
        ) in rows:
            place = self._places[page_id] = self._free_place(resource)
            self._days[page_id] = _day(day).toordinal() if day else 0
            if expires_at:
                self._expiring[page_id] = _moment(expires_at)
            facts = {"language": language, "type": kind, "outcome": outcome, "parent": parent}
            for facet, value in facts.items():
                places[facet, value].append(place)
            if year is not None:
                places["year", str(year)].append(place)
            for facet, values in json.loads(filed).items():
                for value in values:
                    places[facet, value].append(place)
        self._file(places)

    def _free_place(self, resource):
        """Return the first layer's place in which no other translation of a resource stands."""
        number = self._numbers.setdefault(resource, len(self._numbers))
        if number == len(self._taken):
            self._taken.append(0)
        taken = self._taken[number]
        layer = (~taken & taken + 1).bit_length() - 1
        self._taken[number] |= 1 << layer
        self._layers = max(self._layers, layer + 1)
        return layer * self._room + number

    def _file(self, places):
        for (facet, value), found in places.items():
            layers, filed = self._as_layers(found), self._filed[facet]
            filed[value] = bits.united([filed.get(value, {}), layers])
            if facet == "type":
                self._all = bits.united([self._all, layers])

    def _as_layers(self, places):
        by_layer = defaultdict(lambda: bytearray(_NO) * self._room)
        for place in places:
            layer, number = divmod(place, self._room)
            by_layer[layer][number] = _YES
        return {layer: int(flags, 2) for layer, flags in by_layer.items()}


def _rows(sql, parameters=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        while rows := cursor.fetchmany(_AT_ONCE):
            yield from rows


def _day(value):
    """Return the date of a column, which SQLite keeps as text."""
    return date.fromisoformat(value) if isinstance(value, str) else value


def _moment(value):
    """Return the moment of a column; SQLite gives text or a moment without a zone, both in UTC."""
    moment = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


catalogue = Catalogue()
