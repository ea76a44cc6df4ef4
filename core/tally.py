"""Counts that are gathered in the process and written behind the answers.

They are written by a thread of their own after an answer has been sent, so that no reader waits
for them.
"""

import atexit
import logging
import threading
import time

from django.core.signals import request_finished
from django.db import Error, connection, transaction

logger = logging.getLogger(__name__)

SECONDS = 30
MOST_WAITING = 200
# A database that takes nothing for so long loses counts rather than memory.
MOST_KEPT = 10 * MOST_WAITING


class Tally:
    """The counts of one kind that this process has not written yet; any thread may add to them.

    `of_what` says in the log which they are. `statement` is the SQL that writes one count, adding
    within the database, so that processes that write at once lose nothing; `row` makes its values
    from a key and a count. Keys can be put in order; counts are added by `+`, the later one last.
    """

    def __init__(self, of_what, statement, row):
        self._of_what = of_what
        self._statement = statement
        self._row = row
        self._lock = threading.Lock()
        self._counts = {}
        self._due = 0.0

    @property
    def thread_name(self):
        """Return the name of the thread that writes."""
        return f"tally-of-{self._of_what}"

    def add(self, key, count):
        """Add a count to what waits for its key."""
        with self._lock:
            if not self._counts:
                self._due = time.monotonic() + SECONDS
            if key in self._counts:
                self._counts[key] += count
            elif len(self._counts) < MOST_KEPT:
                self._counts[key] = count
                if len(self._counts) == MOST_WAITING:
                    self._due = 0.0

    def flush(self):
        """Write what has been counted; what the database does not take waits for the next time."""
        counts = self.clear()
        if not counts:
            return
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                # In one order, so that two processes never wait for each other.
                rows = [self._row(key, counts[key]) for key in sorted(counts)]
                cursor.executemany(self._statement, rows)
        except Error as error:
            logger.warning(
                "%s counts of %s wait: %s", len(counts), self._of_what, type(error).__name__
            )
            for key, count in counts.items():
                self.add(key, count)
            self._due = time.monotonic() + SECONDS

    def flush_when_due(self, **kwargs):
        """Write in a thread of its own, as a receiver of `request_finished`."""
        with self._lock:
            if not self._counts or time.monotonic() < self._due:
                return
            self._due = time.monotonic() + SECONDS
        threading.Thread(target=self._flush_apart, name=self.thread_name, daemon=True).start()

    def clear(self):
        """Forget what has not been written yet, and return it as {key: count}."""
        with self._lock:
            counts, self._counts = self._counts, {}
        return counts

    def connect(self):
        """Write from time to time, and when the process ends."""
        request_finished.connect(self.flush_when_due, dispatch_uid=self.thread_name)
        atexit.register(self.flush)

    def _flush_apart(self):
        try:
            self.flush()
        finally:
            connection.close()
