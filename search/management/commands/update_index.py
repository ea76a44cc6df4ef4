"""Wagtail's `manage.py update_index`, which says how far it is and passes over no object.

Wagtail's own walks through the objects by counting off: one that is deleted meanwhile shifts
those behind it, and one of these is left out. Here each step goes on behind the last number.
"""

import gc
import time
from contextlib import contextmanager

from wagtail.search.backends import get_search_backend
from wagtail.search.management.commands import update_index

_BAR = 30
# Between two lines where there is no terminal, on which to write over the last one.
_SECONDS_BETWEEN_LINES = 10


class Command(update_index.Command):
    total = 0
    only_numbers = False

    def update_backend(self, backend_name, **options):
        """Rebuild one backend. An index that reads the objects itself is given their numbers."""
        index = get_search_backend(backend_name).index_class
        self.only_numbers = getattr(index, "only_numbers", False)
        with _collecting_seldom():
            super().update_backend(backend_name, **options)

    def queryset_chunks(self, qs, chunk_size=update_index.DEFAULT_CHUNK_SIZE):
        """Yield the objects of a queryset in the order of their numbers, so many at a time."""
        if self.only_numbers:
            qs = qs.select_related(None).prefetch_related(None).only("pk")
        self.total = qs.count()
        last = None
        while items := list((qs if last is None else qs.filter(pk__gt=last))[:chunk_size]):
            yield items
            last = items[-1].pk
            gc.collect()

    def print_iter_progress(self, iterable):
        """Yield each chunk, and say after it how many objects are done, and how many a second."""
        done, began = 0, time.monotonic()
        shown = began
        for chunk in iterable:
            yield chunk
            done += len(chunk)
            now = time.monotonic()
            text = f"{done:,} of {self.total:,}, {done / max(now - began, 0.001):,.0f} a second"
            if self.stdout.isatty():
                start = "\n" if done == len(chunk) else "\r"
                self.write(f"{start}{self._bar(done)} {text} ", ending="")
                self.stdout.flush()
            elif done >= self.total or now - shown > _SECONDS_BETWEEN_LINES:
                self.write(f"\n{text}", ending="")
                shown = now

    def _bar(self, done):
        filled = min(_BAR * done // max(self.total, 1), _BAR)
        return f"[{'#' * filled}{'.' * (_BAR - filled)}]"


@contextmanager
def _collecting_seldom():
    """Look for garbage when a chunk is done, and only in what has come since.

    Python looks whenever many objects were made, which is all the time here, and through all that
    there are: it took two fifths of the time.
    """
    gc.collect()
    gc.freeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        gc.unfreeze()
