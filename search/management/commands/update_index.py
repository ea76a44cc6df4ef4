"""Wagtail's `manage.py update_index`, which says how far it is and passes over no object.

Wagtail's own walks through the objects by counting off: one that is deleted meanwhile shifts
those behind it, and one of these is left out. Here each step goes on behind the last number. And
Wagtail's walks once for each backend, where ours are filled together.
"""

import gc
import time
from contextlib import contextmanager
from operator import attrgetter

from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.index import get_indexed_models
from wagtail.search.management.commands import update_index

from search.backends.filled import FilledIndex
from search.rebuilding import Chunk, Filling

_BAR = 30
# Between two lines where there is no terminal, on which to write over the last one.
_SECONDS_BETWEEN_LINES = 10
# Pages are locked while their rows are written; so many take about a fifth of a second.
_MOST_AT_ONCE = 240


class Command(update_index.Command):
    total = 0

    def handle(self, **options):
        """Rebuild all backends that are asked for."""
        self.filled = {}
        super().handle(**options)
        if self.filled and not options["schema_only"]:
            with _collecting_seldom():
                self._fill(min(options["chunk_size"], _MOST_AT_ONCE))

    def update_backend(self, backend_name, **options):
        """Rebuild one backend; one of our own is only noted, to be filled with the others."""
        backend = get_search_backend(backend_name)
        if issubclass(backend.index_class, FilledIndex):
            self.filled[backend_name] = backend
        else:
            super().update_backend(backend_name, **options)

    def queryset_chunks(self, qs, chunk_size=update_index.DEFAULT_CHUNK_SIZE):
        """Yield the objects of a queryset in the order of their numbers, so many at a time."""
        self.total = qs.count()
        return _in_steps(qs, chunk_size, attrgetter("pk"))

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

    def _fill(self, chunk_size):
        names = " and ".join(self.filled)
        rebuilders = [
            backend.rebuilder_class(backend.get_index_for_model(Page))
            for backend in self.filled.values()
        ]
        self.write(f"{names} ", ending="")
        keys = {model: _keys(model) for model in get_indexed_models()}
        self.total = sum(each.count() for each in keys.values())
        chunks = (
            Chunk(model, step)
            for model, each in keys.items()
            for step in _in_steps(each, chunk_size, int)
        )
        with Filling([rebuilder.start() for rebuilder in rebuilders]) as filling:
            for _ in self.print_iter_progress(filling.fill(chunks)):
                pass
        self.print_newline()
        for rebuilder in rebuilders:
            rebuilder.finish()

    def _bar(self, done):
        filled = min(_BAR * done // max(self.total, 1), _BAR)
        return f"[{'#' * filled}{'.' * (_BAR - filled)}]"


def _keys(model):
    objects = model.get_indexed_objects().order_by("pk").prefetch_related(None)
    return objects.values_list("pk", flat=True)


def _in_steps(rows, size, number):
    """Yield the rows of a queryset, so many at a time; `number` returns that of a row."""
    last = None
    while step := list((rows if last is None else rows.filter(pk__gt=last))[:size]):
        yield step
        last = number(step[-1])


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
