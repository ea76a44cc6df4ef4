"""Does search work, and with the engine that it should?"""

import logging

from django.db import DatabaseError, connection

from .engines import elasticsearch_engine

logger = logging.getLogger(__name__)


def check() -> str:
    """Return "ok", "degraded" (the database stands in for Elasticsearch) or "down"."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM search_words LIMIT 1")
    except DatabaseError as error:
        logger.error("The search tables do not answer: %s", type(error).__name__)
        return "down"
    engine = elasticsearch_engine()
    if engine is None:
        return "ok"
    return "degraded" if engine.breaker.is_open or not engine.is_ready() else "ok"
