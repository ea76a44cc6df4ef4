"""What an engine has found for a question, in order, and remembered for as long as it is true.

Who turns the page or chooses a filter asks the same words again, and many ask the same. As every
question begins with what was written since the last one (see `catalogue`), nothing that was found
is taken for true once anything is written.
"""

import threading
import time
from array import array
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from itertools import groupby
from math import inf

from django.utils import timezone

from .bits import Layers
from .lifts import lifted
from .promotions import chosen_pages

# In all some 15 MB in each process, if every one of them found as much as is looked at.
MOST_REMEMBERED = 64


class Found:
    """The pages that an engine has found, by score. `scores` has the page ids.

    `seconds` is how long the engine may be trusted to say the same, while nothing is written.
    """

    def __init__(self, scores: dict[int, float], seconds: float = inf):
        self.count = len(scores)
        self._scores = scores
        self._until = time.monotonic() + seconds
        self._state = None

    def put_in_order(self, today) -> bool:
        """Put the pages in order by the `Catalogue` of the day, with the lifts of the day.

        Return False where they were in order already, by what is true no more.
        """
        state = today.edition, timezone.localdate(), chosen_pages()
        if self._state is None:
            self._order(today)
            self._state = state
        return self._state == state

    @property
    def is_recent(self) -> bool:
        """Whether the engine may still be trusted to say the same."""
        return time.monotonic() < self._until

    def is_of(self, edition: int) -> bool:
        """Return whether the pages are in order by this edition of the catalogue."""
        return self._state is not None and self._state[0] == edition

    def best_first(self, today, layers: Layers) -> Iterator[tuple[int, int]]:
        """Yield the pages that are in `layers`, each with its resource's number.

        They come by score, and of the same score the newest first.
        """
        among = today.among(enumerate(self._places), layers)
        for _, equal in groupby(among, key=lambda each: self._ranks[each[0]]):
            pages = [(self._page_ids[number], resource) for number, resource in equal]
            yield from sorted(pages, key=lambda page: today.age(page[0])) if pages[1:] else pages

    def _order(self, today):
        scores = lifted(self._scores, today)
        ranked = sorted(scores, key=scores.__getitem__, reverse=True)
        self._page_ids, self._places = today.placed(ranked)
        self._ranks = array("d", map(scores.__getitem__, self._page_ids))
        self._scores = None
        self.entries = today.entries_at(self._places)


class Memory:
    """What the last questions have found, in this process."""

    def __init__(self, most: int = MOST_REMEMBERED):
        self._most = most
        self._kept: OrderedDict[Hashable, Found] = OrderedDict()
        self._lock = threading.Lock()

    def recall(self, question: Hashable) -> Found | None:
        """Return what the question has found when it was asked last, None if that is long ago."""
        with self._lock:
            found = self._kept.get(question)
            if found is None or not found.is_recent:
                return None
            self._kept.move_to_end(question)
            return found

    def keep(self, question: Hashable, found: Found) -> None:
        """Remember what a question has found."""
        with self._lock:
            self._kept[question] = found
            self._kept.move_to_end(question)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()


memory = Memory()
