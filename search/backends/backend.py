"""Wagtail's search in the site's database, with words cut and stemmed by language.

What editors search: pages as they are published or were begun, files and snippets. Nothing here
is for readers, whose search keeps rows of its own; where it is asked on their behalf, the
queryset must say what they may see.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from wagtail.models import Page
from wagtail.search.backends.base import BaseSearchBackend, get_model_root
from wagtail.search.backends.database.fallback import DatabaseSearchResults
from wagtail.search.index import get_indexed_models

from .compiler import BeginningQueryCompiler, WordsQueryCompiler
from .filled import FilledIndex
from .stores import Store
from .words import numbers_of, words_of


class WordsResults(DatabaseSearchResults):
    """Objects found, as a queryset until they are read."""

    def get_queryset(self):
        """Return the objects asked for in no order of rank, which counts and facets need not."""
        return self.query_compiler.matching(self.backend.store)[self.start : self.stop]

    def _do_search(self):
        found, start, stop = [], self.start, self.stop
        for tier in self.query_compiler.tiers(self.backend.store, self._score_field):
            part = list(tier[start:stop])
            found += part
            if stop is not None and len(part) == stop - start:
                break
            passed = start + len(part) if part or not start else tier.count()
            start, stop = max(0, start - passed), stop and stop - passed
        return found


class WordsIndex(FilledIndex):
    """The words of all objects that editors search."""

    def __str__(self):
        return "of the admin's search"

    def rows_of(self, model, items):
        """Yield the words of each of these objects of one model."""
        return words_of(model, items)

    def write(self, rows):
        """Write the words of objects in place of those that they had."""
        with self.turn, transaction.atomic():
            self.backend.store.write(rows)

    def delete_item(self, item):
        """Forget an object, which may be gone from the database by now."""
        self.backend.store.delete(numbers_of(type(item)).first + item.pk)

    def reset(self):
        """Forget everything."""
        self.backend.store.clear()

    def delete_strays(self):
        """Forget objects that no longer exist."""
        for root in set(map(get_model_root, get_indexed_models())):
            keys = root._base_manager.order_by().values("pk")
            self.backend.store.delete_strays(numbers_of(root), keys)


class WordsRebuilder:
    """Rebuilds chunk by chunk over the old rows, so that editors find and write meanwhile."""

    def __init__(self, index):
        self.index = index
        self.began = timezone.now()

    def start(self):
        """Return the index to add objects to."""
        return self.index

    def finish(self):
        """Forget what is gone, and add the pages that changed since their turn came."""
        self.index.delete_strays()
        changed = Q(last_published_at__gte=self.began)
        changed |= Q(latest_revision_created_at__gte=self.began)
        for page in Page.objects.filter(changed).specific().iterator():
            self.index.add_item(page)
        self.index.backend.store.settle()


class WordsBackend(BaseSearchBackend):
    """The backend of one kind of database, which says what its `store` is."""

    query_compiler_class = WordsQueryCompiler
    autocomplete_query_compiler_class = BeginningQueryCompiler
    results_class = WordsResults
    index_class = WordsIndex
    rebuilder_class = WordsRebuilder
    store: Store
