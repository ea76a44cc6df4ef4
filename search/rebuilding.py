"""Several indexes filled in one walk through the objects, with another process to help.

To make words takes the processor, so that a second one is worth having. The helper reads objects,
makes the rows of all indexes and writes them as this process does; what it hands back is what
only one can do for both. Where there is a single processor, or a transaction around, it works
alone.
"""

import gc
import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import chain, islice
from typing import NamedTuple

from django.db import connection, connections
from django.db.models import Model

from core.searchable import Searchable

from .engines import forget_connections
from .turns import Turn

# The helper has one more chunk before it than it works at, so that it never waits for the next.
_AHEAD = 2

# The indexes that a helper fills. It has them from the moment when it was forked.
_indexes: Sequence = ()


class Chunk(NamedTuple):
    """Objects of one model, by their primary keys."""

    model: type[Model]
    keys: list[int]


class Filling:
    """The filling of `indexes`, those of our own backends; the helper is gone after the `with`."""

    def __init__(self, indexes: Sequence):
        self._indexes = indexes
        self._pool = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self._pool:
            self._pool.shutdown(cancel_futures=True)

    def fill(self, chunks: Iterator[Chunk]) -> Iterator[list[int]]:
        """Make the rows of these objects anew; yield the keys of what is done, in any order."""
        opening = list(islice(chunks, 2))
        filled = self._alone if len(opening) < 2 or not _can_be_helped() else self._helped
        for keys, notes in filled(chain(opening, chunks)):
            for index, note in zip(self._indexes, notes, strict=True):
                index.note(note)
            yield keys

    def _alone(self, chunks):
        for chunk in chunks:
            yield chunk.keys, _fill(self._indexes, chunk)

    def _helped(self, chunks):
        self._pool = _helper(self._indexes)
        waiting: deque[tuple[list[int], Future]] = deque()
        for chunk in chunks:
            while waiting and waiting[0][1].done():
                yield _result(*waiting.popleft())
            if len(waiting) < _AHEAD:
                waiting.append((chunk.keys, self._pool.submit(_help, chunk)))
            else:
                yield chunk.keys, _fill(self._indexes, chunk)
        while waiting:
            yield _result(*waiting.popleft())


def _can_be_helped():
    return len(os.sched_getaffinity(0)) > 1 and not connection.in_atomic_block


def _result(keys, future):
    return keys, future.result()


def _helper(indexes):
    # What is connected to a server must not be shared; each process connects anew.
    connections.close_all()
    fork = multiprocessing.get_context("fork")
    if connection.vendor == "sqlite":
        # Who may not write looks again every now and then, and comes too late as often as not.
        turn = Turn(fork.Lock())
        for index in indexes:
            index.turn = turn
    return ProcessPoolExecutor(1, fork, _begin_to_help, (indexes,))


def _begin_to_help(indexes):
    global _indexes
    _indexes = indexes
    forget_connections()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    """Help nobody who was killed: no more work will come, and nothing that tells so."""
    multiprocessing.parent_process().join()
    os._exit(1)


def _help(chunk):
    return _fill(_indexes, chunk)


def _fill(indexes, chunk):
    for index in indexes:
        index.will_read()
    items = _read(chunk)
    # One object after the other, as indexes have words in common.
    by_object = zip(*(index.rows_of(chunk.model, items) for index in indexes), strict=True)
    rows = list(zip(*by_object, strict=True)) or [()] * len(indexes)
    del items
    notes = [index.write(each) for index, each in zip(indexes, rows, strict=True)]
    del rows
    # What is left over stays: memories of words, at which no later look need be taken.
    gc.collect()
    gc.freeze()
    return notes


def _read(chunk):
    model = chunk.model
    objects = model.get_indexed_objects().filter(pk__in=chunk.keys).order_by("pk")
    return model.read_for_search(objects) if issubclass(model, Searchable) else list(objects)
