"""Words in an Elasticsearch index, cut and folded here and split at spaces there.

The index keeps words only: no text, no facts, nothing that says who may see a page. It answers
with ids and scores, and the site's database decides the rest.
"""

from collections.abc import Iterable

from .base import (
    ALL_WORDS,
    BODY,
    EXACT,
    K1,
    KEYWORDS,
    MOST_CANDIDATES,
    TITLE,
    B,
    QueryWord,
    WordRow,
    WordsQuery,
)
from .elasticsearch_index import REBUILD_SECONDS, ElasticsearchIndex

_BULK_ROWS = 500

_WORDS = {"type": "text", "analyzer": "whitespace"}
# A word that counts EXACT times as often is one that saturates 1 / EXACT times as slowly, and
# Elasticsearch multiplies its scores by k1 + 1, which must be the same for all fields.
_SLOW_K1 = K1 / EXACT
_EXACT_BOOST = (K1 + 1) / (_SLOW_K1 + 1)
SETTINGS = {"similarity": {"exact": {"type": "BM25", "k1": _SLOW_K1, "b": B}}}
MAPPINGS = {
    "dynamic": False,
    "_source": {"enabled": False},
    "properties": {
        **{name: _WORDS for name in ("title", "keywords", "body")},
        "exact": {**_WORDS, "similarity": "exact"},
    },
}
_FIELDS = [f"title^{TITLE}", f"keywords^{KEYWORDS}", f"body^{BODY}"]


class ElasticsearchEngine(ElasticsearchIndex):
    """The index behind one alias of one cluster, and how it is asked."""

    mappings = MAPPINGS
    settings = SETTINGS

    def apart(self, name: str, rows: Iterable[WordRow]) -> "ElasticsearchEngine":
        """Return a patient engine on an index that holds `rows`; `name` is part of its alias."""
        engine = ElasticsearchEngine(self.url, f"{self.prefix}-{name}", REBUILD_SECONDS)
        index = engine.create_index()
        rows = list(rows)
        for start in range(0, len(rows), _BULK_ROWS):
            engine.fill(index, rows[start : start + _BULK_ROWS])
        engine.switch_to(index)
        return engine

    def find(self, query: WordsQuery) -> dict[int, float]:
        """Return the scores of the best rows by id; raises EngineUnavailable.

        While it rests after a failure, EngineResting is raised without asking.
        """
        hits = self.ask(query=_query(query), source=False, size=MOST_CANDIDATES)
        return {int(hit["_id"]): hit["_score"] for hit in hits}


def _query(query: WordsQuery) -> dict:
    words = [_word(word) for word in query.words]
    should = [*words, *map(_phrase, query.phrases)]
    as_written = [{"term": {"exact": word.exact}} for word in query.words]
    for every_word in (words, as_written):
        condition = {"bool": {"filter": every_word}}
        should.append({"constant_score": {"filter": condition, "boost": ALL_WORDS}})
    return {"bool": {"should": should, "minimum_should_match": 1}}


def _word(word: QueryWord) -> dict:
    forms = " ".join((word.exact, *word.stems))
    stemmed = {"combined_fields": {"query": forms, "fields": _FIELDS}}
    exact = {"match": {"exact": {"query": word.exact, "boost": _EXACT_BOOST}}}
    return {"bool": {"should": [stemmed, exact], "minimum_should_match": 1, "boost": word.times}}


def _phrase(pieces: tuple[str, ...]) -> dict:
    return {"multi_match": {"query": " ".join(pieces), "type": "phrase", "fields": _FIELDS}}
