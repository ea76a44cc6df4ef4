"""Which engines this site has: its database's always, Elasticsearch where settings name one."""

from functools import lru_cache

from django.conf import settings
from django.db import connection

from .elasticsearch import ElasticsearchEngine
from .elasticsearch_index import Layout
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
    layout = Layout(
        settings.ELASTICSEARCH_SHARDS,
        settings.ELASTICSEARCH_REPLICAS,
        settings.ELASTICSEARCH_REFRESH_SECONDS,
    )
    return _elasticsearch(settings.ELASTICSEARCH_URL, settings.ELASTICSEARCH_INDEX_PREFIX, layout)


def forget_connections() -> None:
    """Connect to Elasticsearch anew, as a process must that has been forked."""
    _elasticsearch.cache_clear()


@lru_cache
def _elasticsearch(url, prefix, layout):
    return ElasticsearchEngine(url, prefix, layout=layout)
