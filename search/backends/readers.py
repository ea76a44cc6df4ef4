"""Lets Wagtail's `update_index` rebuild the readers' search.

A thin adapter: it neither answers queries nor listens to signals, which `search` does itself.
The admin keeps its own backend, so that nothing that happens to the readers' engine reaches
editors.
"""

import logging

from wagtail.search.backends.base import BaseSearchBackend

from core.searchable import Searchable
from core.tasks import read_unread
from search import indexing, outbox
from search.engines import database_engine, elasticsearch_engine
from search.engines.base import EngineUnavailable
from search.models import Change
from search.vocabulary import Learner, Sieve, pairs_of

from .filled import FilledIndex

logger = logging.getLogger(__name__)

# After a rebuild, and when an operator asks, all that waits is sent.
_ALL = 10_000_000


class ReadersIndex(FilledIndex):
    """All rows of the readers' search."""

    def __init__(self, backend):
        super().__init__(backend)
        self.new_index = None
        self._since = None
        self._sieve, self._learner = Sieve(), Learner()

    def __str__(self):
        return "of the readers' search"

    def will_read(self):
        """Remember what was written before: what is written after that is newer than is read."""
        self._since = Change.objects.newest()

    def rows_of(self, model, items):
        """Yield the number and the rows of each page, the rows of a hidden one as None.

        For objects of other models it yields None.
        """
        if not issubclass(model, Searchable):
            return (None for _ in items)
        return zip((item.pk for item in items), indexing.rows_of(items), strict=True)

    def write(self, rows):
        """Write the rows of pages; return words that are new to this process, and the new index.

        That is the one in Elasticsearch, None where there is none, or where it is given up.
        """
        pages = dict(filter(None, rows))
        if not pages:
            return [], self.new_index
        made = list(filter(None, pages.values()))
        with self.turn:
            written = indexing.rewrite(list(pages), made, self._since)
        words = [page.words for page in written]
        self._fill(words)
        return self._sieve.passed(pairs_of(words)), self.new_index

    def note(self, note):
        """Learn the words of pages; give the new index up with whoever could not fill it."""
        pairs, new_index = note
        self.new_index = self.new_index and new_index
        self._learner.add(pairs)

    def finish(self):
        """Learn the last words, and remove what no page stands behind any more."""
        self._learner.finish()
        indexing.remove_stale(self._learner.known)

    def _fill(self, words):
        """Store words in the new index, if there is one; it is given up when it does not answer."""
        if not self.new_index:
            return
        try:
            receipt = elasticsearch_engine().fill(self.new_index, words)
        except EngineUnavailable as error:
            logger.error("Elasticsearch is not rebuilt any further: %s", error)
            outbox.end_rebuild(self.new_index)
            self.new_index = None
        else:
            outbox.refuse(outbox.leave(receipt.refused))
            outbox.rebuild_goes_on(self.new_index)


class ReadersRebuilder:
    """Rebuilds chunk by chunk over the old rows, so that searches go on meanwhile.

    Elasticsearch gets a new index, which takes the old one's place at the end. A cluster that
    is away is logged and left for the next rebuild: the database's rows are complete without.
    Of two rebuilds at once, the later one's index is used; the earlier only makes the
    database's rows.
    """

    def __init__(self, index):
        self.index = index

    def start(self):
        """Return the index to add objects to; have unread documents read, whose pages follow."""
        read_unread()
        engine = elasticsearch_engine()
        if engine:
            try:
                new_index = engine.create_index()
                engine.remove_unused(than=new_index)
            except EngineUnavailable as error:
                logger.error("Elasticsearch was not rebuilt: %s", error)
            else:
                outbox.begin_rebuild(new_index)
                self.index.new_index = new_index
        return self.index

    def finish(self):
        """Remove what is stale, let searches use the new index, and send what changed meanwhile."""
        self.index.finish()
        database_engine().tidy()
        new_index = self.index.new_index
        if not new_index:
            return
        engine = elasticsearch_engine()
        try:
            engine.switch_to(new_index)
        except EngineUnavailable as error:
            logger.error("Elasticsearch was not rebuilt: %s", error)
        outbox.end_rebuild(new_index)
        indexing.send_waiting(_ALL)
        try:
            engine.remove_unused(than=new_index)
        except EngineUnavailable as error:
            logger.warning("Elasticsearch keeps an index that is not used any more: %s", error)


class ReadersSearchBackend(BaseSearchBackend):
    """The backend that WAGTAILSEARCH_BACKENDS names "readers"."""

    index_class = ReadersIndex
    rebuilder_class = ReadersRebuilder


SearchBackend = ReadersSearchBackend
