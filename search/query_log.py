"""Counts what readers ask, by question, language and day, and nothing else about them.

Counts are gathered in the process and written by a thread of their own after an answer has been
sent, so that no reader waits for them.
"""

import atexit
import logging
import threading
import time
from dataclasses import dataclass
from datetime import date

from django.core.signals import request_finished
from django.db import Error, connection, transaction
from django.utils import timezone

from .questions import Question

logger = logging.getLogger(__name__)

SECONDS = 30
MOST_WAITING = 200
# A database that takes nothing for so long loses counts rather than memory.
MOST_KEPT = 10 * MOST_WAITING

# Adding within the statement, so that processes that write at once lose nothing.
_WRITE = """
INSERT INTO search_questioncount (language, question, text, day, asked, empty, opened, found)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s)
ON CONFLICT (language, question, day) DO UPDATE SET
    asked = search_questioncount.asked + excluded.asked,
    empty = search_questioncount.empty + excluded.empty,
    opened = search_questioncount.opened + excluded.opened,
    found = CASE WHEN excluded.asked > 0 THEN excluded.found ELSE search_questioncount.found END
"""


@dataclass
class _Count:
    text: str
    asked: int = 0
    empty: int = 0
    opened: int = 0
    found: bool = True

    def add(self, other):
        """Add what another count of the same question has, which came later."""
        self.asked += other.asked
        self.empty += other.empty
        self.opened += other.opened
        if other.asked:
            self.found = other.found


class QueryLog:
    """The counts of this process that are not written yet; any thread may add to them."""

    def __init__(self):
        self._lock = threading.Lock()
        self._counts: dict[tuple[str, str, date], _Count] = {}
        self._due = 0.0

    def asked(self, question: Question, found: bool) -> None:
        """Count that `question` was asked, and whether it found something."""
        self._add(_key(question), _Count(question.text, asked=1, empty=int(not found), found=found))

    def opened(self, question: Question) -> None:
        """Count that a page was opened from the results of `question`."""
        self._add(_key(question), _Count(question.text, opened=1))

    def flush(self) -> None:
        """Write what has been counted; what the database does not take waits for the next time."""
        counts = self.clear()
        if not counts:
            return
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                # In one order, so that two processes never wait for each other.
                cursor.executemany(_WRITE, [_row(key, counts[key]) for key in sorted(counts)])
        except Error as error:
            logger.warning("%s counts of questions wait: %s", len(counts), type(error).__name__)
            for key, count in counts.items():
                self._add(key, count)
            self._due = time.monotonic() + SECONDS

    def flush_when_due(self, **kwargs) -> None:
        """Write in a thread of its own, as a receiver of `request_finished`."""
        with self._lock:
            if not self._counts or time.monotonic() < self._due:
                return
            self._due = time.monotonic() + SECONDS
        threading.Thread(target=self._flush_apart, name="query-log", daemon=True).start()

    def clear(self) -> dict:
        """Forget what has not been written yet, and return it."""
        with self._lock:
            counts, self._counts = self._counts, {}
        return counts

    def _add(self, key, count):
        with self._lock:
            if not self._counts:
                self._due = time.monotonic() + SECONDS
            if key in self._counts:
                self._counts[key].add(count)
            elif len(self._counts) < MOST_KEPT:
                self._counts[key] = count
                if len(self._counts) == MOST_WAITING:
                    self._due = 0.0

    def _flush_apart(self):
        try:
            self.flush()
        finally:
            connection.close()


def _key(question):
    return question.language, question.folded, timezone.localdate()


def _row(key, count):
    language, words, day = key
    return language, words, count.text, day, count.asked, count.empty, count.opened, count.found


# Of this process.
log = QueryLog()


def connect():
    """Write from time to time, and when the process ends."""
    request_finished.connect(log.flush_when_due, dispatch_uid="search.query_log")
    atexit.register(log.flush)
