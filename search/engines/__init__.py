"""Which engines this site has: its database's always, Elasticsearch where settings name one."""

from functools import lru_cache

from django.conf import settings
from django.db import connection

from .elasticsearch import ElasticsearchEngine
from .postgresql import PostgreSQLEngine
from .sqlite import SQLiteEngine

_DATABASE_ENGINES = {"sqlite": SQLiteEngine(), "postgresql": PostgreSQLEngine()}


def database_engine() -> SQLiteEngine | PostgreSQLEngine:
    """Return the engine of the site's own database."""
    return _DATABASE_ENGINES[connection.vendor]


def elasticsearch_engine() -> ElasticsearchEngine | None:
    """Return the Elasticsearch engine, None where ELASTICSEARCH_URL is not set."""
    if not settings.ELASTICSEARCH_URL:
        return None
    return _elasticsearch(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX_PREFIX)


@lru_cache
def _elasticsearch(url, prefix):
    return ElasticsearchEngine(url, prefix)
