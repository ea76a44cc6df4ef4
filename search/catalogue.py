"""Where every entry is filed, kept in this process's memory: counting 10,000 hits takes no SQL.

For each value of each facet there is the set of entries that have it, as bits (see `bits`). The
database's rows stay the truth: every question begins with what was written since the last one
(see `models.changes`), so that what is counted is what stands there.
"""

import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from itertools import repeat

from django.db.models import Count
from wagtail.models import Page

from . import bits
from .bits import Layers
from .engines import database_engine
from .models import Change, Entry, EntryFacet, FacetValue

_NO, _YES = b"0", ord("1")
# Room for resources to come, in parts of those there are; a byte has eight of them.
_SPARE, _LEAST_ROOM = 4, 1_024
_AT_ONCE = 500
_COLUMNS = (
    *("page_id", "resource", "language", "type", "outcome", "year", "sort_date", "expires_at"),
    "page__path",
)
_STEP = Page.steplen


class Catalogue:
    """All entries of the site's database, as of the last time that this process looked."""

    def __init__(self):
        self._lock = threading.Lock()
        self._last = None
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
        unknown = self._room * self._layers
        flags = bytearray(_NO) * (unknown + 1)
        for place in map(self._places.get, page_ids, repeat(unknown)):
            flags[place] = _YES
        starts = range(0, unknown, self._room)
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
        parents = Page.objects.filter(pk__in=[int(pk) for pk in self._filed["parent"]])
        inside = [
            str(pk) for pk, path in parents.values_list("pk", "path") if path.startswith(paths)
        ]
        return self.having("parent", inside)

    def newest(self) -> list[int]:
        """Return all pages, the newest first; those without a date come last."""
        if self._newest is None:
            self._newest = sorted(self._days, key=self.age)
        return self._newest

    def age(self, page_id: int) -> tuple[int, int]:
        """Return a key that sorts newer pages before older ones."""
        return -self._days.get(page_id, 0), page_id

    def among(self, page_ids: Iterable[int], layers: Layers) -> Iterator[tuple[int, int]]:
        """Yield those of `page_ids` that are in `layers`, each with its resource's number."""
        size = self._room // 8
        flags = {n: number.to_bytes(size, "big") for n, number in layers.items()}
        empty = bytes(size)
        for page_id in page_ids:
            place = self._places.get(page_id)
            if place is not None:
                layer, resource = divmod(place, self._room)
                if flags.get(layer, empty)[resource >> 3] & 128 >> (resource & 7):
                    yield page_id, resource

    def _clear(self, room):
        self._room = room
        self._layers = 0
        self._numbers = {}
        self._taken = []
        self._places = {}
        self._days = {}
        self._expiring = {}
        self._newest = None
        self._all = {}
        self._filed = defaultdict(dict)

    def _follow(self):
        since = self._last[0] if self._last else 0
        changes = list(Change.objects.filter(pk__gte=since).values_list("pk", "token", "page_ids"))
        if self._last and changes and changes[0][:2] == self._last:
            changed = {page_id for _, _, page_ids in changes[1:] for page_id in page_ids}
            fits = len(self._numbers) + len(changed) < self._room
        else:
            changed, fits = set(), False
        # Whatever goes wrong half way makes the next question begin anew.
        self._last = None
        if not fits:
            self._load()
        elif changed:
            self._remove(changed)
            self._read_in_parts(sorted(changed))
        self._last = changes[-1][:2] if changes else None

    def _load(self):
        count = Entry.objects.aggregate(count=Count("resource", distinct=True))["count"]
        self._clear(8 * ((count + count // _SPARE + _LEAST_ROOM) // 8))
        self._read(Entry.objects.all(), EntryFacet.objects.all())

    def _read_in_parts(self, page_ids):
        for start in range(0, len(page_ids), _AT_ONCE):
            part = page_ids[start : start + _AT_ONCE]
            self._read(
                Entry.objects.filter(pk__in=part), EntryFacet.objects.filter(entry_id__in=part)
            )

    def _remove(self, page_ids):
        self._newest = None
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

    def _read(self, entries, facets):
        """Take in rows of entries that are not in the catalogue."""
        self._newest = None
        places = defaultdict(list)
        parents = defaultdict(list)
        for row in entries.values_list(*_COLUMNS).iterator(2_000):
            page_id, *values, path = row
            place = self._take(page_id, *values, places)
            parents[path[:-_STEP]].append(place)
        for pk, path in Page.objects.filter(path__in=parents).values_list("pk", "path"):
            places["parent", str(pk)] = parents[path]
        self._read_facets(facets, places)
        for (facet, value), found in places.items():
            filed = self._filed[facet]
            filed[value] = bits.united([filed.get(value, {}), self._as_layers(found)])
        self._all = bits.united([self._all, *self._filed["type"].values()])

    def _take(self, page_id, resource, language, kind, outcome, year, day, expires_at, places):
        """Give an entry its place and return that; note in `places` where it is filed."""
        number = self._numbers.setdefault(resource, len(self._numbers))
        if number == len(self._taken):
            self._taken.append(0)
        taken = self._taken[number]
        layer = (~taken & taken + 1).bit_length() - 1
        self._taken[number] |= 1 << layer
        self._layers = max(self._layers, layer + 1)
        place = self._places[page_id] = layer * self._room + number
        self._days[page_id] = day.toordinal() if day else 0
        if expires_at:
            self._expiring[page_id] = expires_at
        for facet, value in (
            ("language", language),
            ("type", kind),
            ("outcome", outcome),
            ("year", "" if year is None else str(year)),
        ):
            places[facet, value].append(place)
        return place

    def _read_facets(self, facets, places):
        named = {pk: (name, value) for pk, name, value in FacetValue.objects.values_list(*_NAMED)}
        for page_id, value in facets.values_list("entry_id", "facet_value_id").iterator(10_000):
            if page_id in self._places and value in named:
                places[named[value]].append(self._places[page_id])

    def _as_layers(self, places):
        by_layer = defaultdict(lambda: bytearray(_NO) * self._room)
        for place in places:
            layer, number = divmod(place, self._room)
            by_layer[layer][number] = _YES
        return {layer: int(flags, 2) for layer, flags in by_layer.items()}


_NAMED = ("pk", "name", "value")
catalogue = Catalogue()
