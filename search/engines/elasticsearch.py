"""Words in an Elasticsearch index, cut and folded here and split at spaces there.

The index keeps words only: no text, no facts, nothing that says who may see a page. It answers
with ids and scores, and the site's database decides the rest.
"""

from collections.abc import Iterable

from .base import (
    ALL_WORDS,
    ATTACHED,
    BODY,
    K1,
    KEYWORDS,
    MOST_CANDIDATES,
    NEAR,
    TITLE,
    B,
    QueryWord,
    WordRow,
    WordsQuery,
)
from .elasticsearch_index import REBUILD_SECONDS, ElasticsearchIndex

_BULK_ROWS = 500

# Elasticsearch adds up fields of weights from 1 upwards only. Where all weights are so many times
# as high, a word saturates as slowly as it should with a k1 that is so many times as high too.
_SCALE = 1 / ATTACHED
SETTINGS = {"similarity": {"default": {"type": "BM25", "k1": K1 * _SCALE, "b": B}}}
_WORDS = {"type": "text", "analyzer": "whitespace"}
MAPPINGS = {
    "dynamic": False,
    "_source": {"enabled": False},
    "properties": {
        # Read where it lies in columns: reading `_id` of many hits takes ten times as long as
        # finding them.
        "id": {"type": "long", "index": False},
        **{name: _WORDS for name in ("title", "keywords", "body", "attached")},
        # Exact forms are looked for, and rank nothing by themselves.
        **{name: {**_WORDS, "norms": False} for name in ("exact", "written")},
    },
}
_WEIGHTS = {"title": TITLE, "keywords": KEYWORDS, "body": BODY, "attached": ATTACHED}
_FIELDS = [f"{name}^{weight * _SCALE}" for name, weight in _WEIGHTS.items()]


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
        order = ["_score", {"id": "asc"}]
        hits = self.ask(query=_query(query), sort=order, size=MOST_CANDIDATES)
        return {row_id: score for score, row_id in (hit["sort"] for hit in hits)}


def _query(query: WordsQuery) -> dict:
    should = [*map(_word, query.words), *map(_phrase, (*query.phrases, *query.instead))]
    if query.near:
        should.append(_any_of(query.near, NEAR))
    should += [
        {"constant_score": {"filter": {"bool": {"filter": tier}}, "boost": ALL_WORDS}}
        for tier in _tiers(query)
    ]
    return {
        "bool": {
            "should": should,
            "minimum_should_match": 1,
            "filter": list(map(_exact, query.required)),
            "must_not": list(map(_exact, query.excluded)),
        }
    }


def _tiers(query: WordsQuery) -> list[list[dict]]:
    """Return the conditions that rows fulfil which rank before others, from many rows to few."""
    every_word = [
        {"bool": {"should": [_any_of(word.forms), *map(_phrase, word.instead)]}}
        for word in query.words
    ]
    phrases = list(map(_exact, query.phrases))
    tiers = [every_word, [*(_exact((word.exact,)) for word in query.words), *phrases]]
    if any(word.written for word in query.words):
        tiers.append([*map(_as_written, query.words), *phrases])
    return tiers


def _word(word: QueryWord) -> dict:
    return _any_of(word.forms, word.times)


def _any_of(forms: Iterable[str], boost: float = 1) -> dict:
    return {"combined_fields": {"query": " ".join(forms), "fields": _FIELDS, "boost": boost}}


def _phrase(pieces: tuple[str, ...]) -> dict:
    return {"multi_match": {"query": " ".join(pieces), "type": "phrase", "fields": _FIELDS}}


def _as_written(word: QueryWord) -> dict:
    if word.written:
        return {"term": {"written": word.written}}
    return {"term": {"exact": word.exact}}


def _exact(pieces: tuple[str, ...]) -> dict:
    return {"match_phrase": {"exact": " ".join(pieces)}}
