"""Other expressions for what a reader asked, from the vocabulary that editors keep.

Every process holds the whole vocabulary in one table, which is never changed but replaced. What
tells that it is out of date is one entry of the shared cache, so that an edit shows in every
process with the next question, and a question costs no query.
"""

import logging
import threading
from typing import NamedTuple

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models.signals import post_delete, post_save

from core import identity
from core.languages import CONTENT_LANGUAGES, fallback_chain

from .models import SearchTerm
from .term_table import TermTable

logger = logging.getLogger(__name__)

# Of the expressions that one passage of a question stands for, at most so many are given: four
# in each language.
MOST_EXPRESSIONS = 48

_KEY = "search.terms.version"
# Signals clear it at once; the time limit mends what a write past the signals has left.
_SECONDS = 60

_building = threading.Lock()
_table = TermTable()


class Alternative(NamedTuple):
    """What else the words from `start` up to `end` (not included) of a question are called.

    `expressions` are pairs of a text and its language (a code), the reader's language first.
    """

    start: int
    end: int
    expressions: tuple[tuple[str, str], ...]


def alternatives(words: tuple[str, ...], language: str) -> list[Alternative]:
    """Return the other expressions for what stands in a question of a reader of `language`.

    `words` are all words of the question in order, in their exact forms (`Token.exact`).
    Passages do not overlap: at each word the longest expression that begins there wins, in its
    exact words rather than by its stems, and in the reader's language rather than in another.
    An abbreviation of several concepts stands for all of them. Languages that this
    installation does not offer are left out. Where the database does not answer, there are no
    alternatives.
    """
    try:
        table = _current()
    except DatabaseError as error:
        logger.warning("The vocabulary cannot be read: %s", type(error).__name__)
        return []
    ranks = _ranks(language)
    return [
        Alternative(start, end, expressions[:MOST_EXPRESSIONS])
        for start, end, numbers in table.passages(words, ranks)
        if (expressions := table.others(words[start:end], numbers, ranks))
    ]


def forget(**kwargs) -> None:
    """Let every process look at the vocabulary anew, now and after the commit."""
    cache.delete(_KEY)
    transaction.on_commit(lambda: cache.delete(_KEY))


def connect() -> None:
    """Follow the vocabulary; called once, when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(forget, SearchTerm, dispatch_uid="search.synonyms.forget")


def _ranks(language):
    """Return the languages on offer, each with its place in the order of preference."""
    chain = fallback_chain(language)
    ordered = dict.fromkeys((*chain, *(each.code for each in CONTENT_LANGUAGES)))
    for code in identity.withheld():
        ordered.pop(code, None)
    return {code: rank for rank, code in enumerate(ordered)}


def _current():
    """Return the table of this process, made anew where the vocabulary has another version.

    While one thread makes it, the others go on with the one they have.
    """
    global _table
    version = cache.get(_KEY)
    if version is None:
        version = SearchTerm.objects.version()
        cache.set(_KEY, version, _SECONDS)
    if version != _table.version and _building.acquire(blocking=not _table.version):
        try:
            if version != _table.version:
                _table = TermTable.read(_table)
        finally:
            _building.release()
    return _table
