"""Lets Wagtail's `update_index` rebuild the readers' search.

A thin adapter: it neither answers queries nor listens to signals, which `search` does itself.
The admin keeps its own backend, so that nothing that happens to the readers' engine reaches
editors.
"""

import logging

from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends.base import BaseIndex, BaseSearchBackend

from core.searchable import Searchable
from search import indexing
from search.engines import elasticsearch_engine
from search.engines.base import EngineUnavailable

logger = logging.getLogger(__name__)


class ReadersIndex(BaseIndex):
    """All rows of the readers' search."""

    def __init__(self, backend):
        super().__init__(backend)
        self.new_index = None

    def __str__(self):
        return "of the readers' search"

    def add_items(self, model, items):
        """Make the rows of these objects anew; models that readers cannot find are passed over."""
        if not issubclass(model, Searchable):
            return
        page_ids = [item.pk for item in items]
        try:
            indexing.index_pages(page_ids, self.new_index)
        except EngineUnavailable as error:
            logger.error("Elasticsearch is not rebuilt any further: %s", error)
            self.new_index = None
            indexing.index_pages(page_ids)


class ReadersRebuilder:
    """Rebuilds chunk by chunk over the old rows, so that searches go on meanwhile.

    Elasticsearch gets a new index, which takes the old one's place at the end. A cluster that
    is away is logged and left for the next rebuild: the database's rows are complete without.
    """

    def __init__(self, index):
        self.index = index
        self.began = timezone.now()

    def start(self):
        """Return the index to add objects to."""
        engine = elasticsearch_engine()
        if engine:
            try:
                self.index.new_index = engine.create_index()
            except EngineUnavailable as error:
                logger.error("Elasticsearch was not rebuilt: %s", error)
        return self.index

    def finish(self):
        """Remove what is stale, let searches use the new index, and add what changed meanwhile."""
        indexing.remove_stale()
        if self.index.new_index:
            try:
                elasticsearch_engine().switch_to(self.index.new_index)
            except EngineUnavailable as error:
                logger.error("Elasticsearch was not rebuilt: %s", error)
        changed = Page.objects.filter(last_published_at__gte=self.began)
        indexing.index_pages(changed.values_list("pk", flat=True))


class ReadersSearchBackend(BaseSearchBackend):
    """The backend that WAGTAILSEARCH_BACKENDS names "readers"."""

    index_class = ReadersIndex
    rebuilder_class = ReadersRebuilder


SearchBackend = ReadersSearchBackend
