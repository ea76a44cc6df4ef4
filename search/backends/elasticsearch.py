"""Wagtail's search in Elasticsearch 9, with words cut and stemmed by language.

No part of the hub asks it; it is for whoever adds a model whose objects are too many for the
database. A third entry of WAGTAILSEARCH_BACKENDS names it, with Wagtail's own options:
"URLS", "INDEX_PREFIX" and the like. As in the database, Elasticsearch is given words that
are ready; it only parts them at spaces.
"""

from copy import deepcopy

from django.utils.functional import cached_property
from wagtail.models import Locale
from wagtail.search.backends.elasticsearch9 import (
    Elasticsearch9AutocompleteQueryCompiler,
    Elasticsearch9Mapping,
    Elasticsearch9SearchBackend,
    Elasticsearch9SearchQueryCompiler,
)
from wagtail.search.index import AutocompleteField, SearchField
from wagtail.search.query import And
from wagtail.search.utils import deep_update

from search.analysis import STEM_MARK, index_terms, stems

from .conditions import Term, asked_languages, terms_of
from .words import MOST_TYPED, language_of, text_of

_WHITESPACE = {"type": "custom", "tokenizer": "whitespace"}
_SETTINGS = {
    "analyzer": {
        "default": _WHITESPACE,
        "edgengram_analyzer": {**_WHITESPACE, "filter": ["edgengram"]},
    },
    "filter": {"edgengram": {"type": "edge_ngram", "max_gram": 30, "preserve_original": True}},
}


class WordsMapping(Elasticsearch9Mapping):
    """What is kept of an object: words in place of texts."""

    edgengram_analyzer_config = {"analyzer": "edgengram_analyzer", "search_analyzer": "default"}

    @cached_property
    def _languages(self):
        return dict(Locale.objects.values_list("pk", "language_code"))

    def _get_document_field_data(self, field, obj):
        name, value, typed = super()._get_document_field_data(field, obj)
        if isinstance(field, SearchField):
            value = stems(text_of(value), language_of(obj, self._languages))
        elif isinstance(field, AutocompleteField):
            value = _typed(text_of(value), language_of(obj, self._languages))
            typed = [value]
        return name, value, typed


def _typed(text, language):
    """Return words as people begin to type them, and those stems that no beginning may reach."""
    terms = index_terms(text, language, MOST_TYPED)
    stemmed = (STEM_MARK + stem for stem in terms.stems if stem not in terms.exact)
    return " ".join([*terms.exact, *stemmed])


class WordsQueryCompiler(Elasticsearch9SearchQueryCompiler):
    """Asks for words in all their forms."""

    mapping_class = WordsMapping

    def _compile_plaintext_query(self, query, fields, boost=1.0):
        terms = self._terms(query)
        if not terms.subqueries:
            return self._process_match_none()
        matches = [
            _match(" ".join(self._forms(term)), fields, boost=boost) for term in terms.subqueries
        ]
        return {"bool": {"must" if isinstance(terms, And) else "should": matches}}

    def _compile_phrase_query(self, query, fields):
        term = self._terms(query)
        if not isinstance(term, Term):
            return self._process_match_none()
        phrases = [_match(" ".join(sequence), fields, type="phrase") for sequence in term.sequences]
        return {"bool": {"should": phrases}}

    def _terms(self, query):
        return terms_of(query, *asked_languages(self.queryset))

    def _forms(self, term):
        return [form for (form,) in term.sequences]


class BeginningQueryCompiler(Elasticsearch9AutocompleteQueryCompiler, WordsQueryCompiler):
    """Asks for words that somebody types, each of which may be a beginning."""

    mapping_class = WordsMapping

    def _forms(self, term):
        stemmed = [form for form in super()._forms(term) if form != term.exact[0]]
        return [*term.exact, *(STEM_MARK + form for form in stemmed)]


def _match(words, fields, **options):
    names = [field.field_name_with_boost for field in fields]
    return {"multi_match": {"query": words, "fields": names, **options}}


class SearchBackend(Elasticsearch9SearchBackend):
    """A backend that WAGTAILSEARCH_BACKENDS may name."""

    mapping_class = WordsMapping
    query_compiler_class = WordsQueryCompiler
    autocomplete_query_compiler_class = BeginningQueryCompiler
    settings = deep_update(
        deepcopy(Elasticsearch9SearchBackend.settings), {"settings": {"analysis": _SETTINGS}}
    )
