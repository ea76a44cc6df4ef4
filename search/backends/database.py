"""The search of editors in the site's database, whichever it is."""

from django.db import connection

from . import postgresql, sqlite
from .backend import WordsBackend

_BACKENDS = {"sqlite": sqlite.SearchBackend, "postgresql": postgresql.SearchBackend}


def SearchBackend(params: dict) -> WordsBackend:
    """Return the backend of the default database; WAGTAILSEARCH_BACKENDS names this module."""
    return _BACKENDS[connection.vendor](params)
