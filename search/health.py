"""Does search work, and with the engine that it should?"""

import logging

from django.db import DatabaseError, connection

from . import outbox
from .engines import elasticsearch_engine

logger = logging.getLogger(__name__)


def check() -> str:
    """Return "ok", "degraded" or "down".

    Search is degraded while the database stands in for Elasticsearch, and while edits wait for
    it longer than they should. While it rests after a failure, nobody waits for its answer.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM search_words LIMIT 1")
        late = outbox.is_late()
    except DatabaseError as error:
        logger.error("The search tables do not answer: %s", type(error).__name__)
        return "down"
    engine = elasticsearch_engine()
    if engine is None:
        return "ok"
    return "ok" if engine.is_ready() and not late else "degraded"


def waiting() -> int:
    """Return how many pages' edits Elasticsearch has yet to take."""
    try:
        return outbox.count()
    except DatabaseError:
        # `check` says so.
        return 0
