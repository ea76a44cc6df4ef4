"""Words in an Elasticsearch index, cut and folded here and split at spaces there.

The index keeps words only: no text, no facts, nothing that says who may see a page. It answers
with ids and scores, and the site's database decides the rest.
"""

from collections.abc import Iterable
from datetime import UTC, datetime
from urllib.parse import urlsplit

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from .base import (
    ALL_WORDS,
    BODY,
    EXACT,
    K1,
    KEYWORDS,
    MOST_CANDIDATES,
    TITLE,
    B,
    EngineResting,
    EngineUnavailable,
    QueryWord,
    WordRow,
    WordsQuery,
)
from .breaker import Breaker

# A reader waits no longer for it; the database then answers instead. An editor waits longer,
# and a rebuild longest.
SEARCH_SECONDS = 0.8
EDIT_SECONDS = 5
REBUILD_SECONDS = 60
# So few rows are an editor's work, who looks for it at once; more are a bulk of work.
_REFRESHED_ROWS = 50
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


class ElasticsearchEngine:
    """The index behind one alias of one cluster."""

    def __init__(self, url: str, prefix: str, seconds: float = SEARCH_SECONDS):
        self._url, self._prefix, self._seconds = url, prefix, seconds
        self.alias = f"{prefix}-search"
        self.breaker = Breaker()
        self._client = Elasticsearch(
            _with_port(url), request_timeout=seconds, max_retries=0, retry_on_timeout=False
        )
        self._editor = self._client.options(request_timeout=EDIT_SECONDS)
        self._rebuilder = self._client.options(request_timeout=REBUILD_SECONDS)

    def apart(self, name: str, rows: Iterable[WordRow]) -> "ElasticsearchEngine":
        """Return a patient engine on an index that holds `rows`; `name` is part of its alias."""
        engine = ElasticsearchEngine(self._url, f"{self._prefix}-{name}", REBUILD_SECONDS)
        index = engine.create_index()
        rows = list(rows)
        for start in range(0, len(rows), _BULK_ROWS):
            engine.replace(rows[start : start + _BULK_ROWS], index)
        engine.switch_to(index)
        return engine

    def is_ready(self) -> bool:
        """Return whether the cluster answers and has an index to search in."""
        try:
            return bool(self._client.indices.exists_alias(name=self.alias))
        except (TransportError, ApiError):
            return False

    def replace(self, rows: list[WordRow], index: str | None = None) -> None:
        """Store `rows` in place of those with the same ids; raises EngineUnavailable.

        `index` names one that is being rebuilt, None means the one in use.
        """
        operations = []
        for row in rows:
            operations.append({"index": {"_id": str(row.id)}})
            operations.append({name: getattr(row, name) for name in MAPPINGS["properties"]})
        self._bulk(operations, len(rows), index)

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; raises EngineUnavailable."""
        self._bulk([{"delete": {"_id": str(row_id)}} for row_id in ids], len(ids), None)

    def find(self, query: WordsQuery) -> dict[int, float]:
        """Return the scores of the best rows by id; raises EngineUnavailable.

        While it rests after a failure, EngineResting is raised without asking.
        """
        if self.breaker.is_open:
            raise EngineResting("resting after a failure")
        try:
            answer = self._client.search(
                index=self.alias,
                query=_query(query),
                source=False,
                size=MOST_CANDIDATES,
                track_total_hits=False,
                timeout=f"{int(self._seconds * 1000)}ms",
                filter_path="hits.hits._id,hits.hits._score,timed_out,_shards.failed",
            )
        except (TransportError, ApiError) as error:
            self.breaker.failed()
            raise EngineUnavailable(type(error).__name__) from error
        if answer.get("timed_out") or answer["_shards"]["failed"]:
            self.breaker.failed()
            raise EngineUnavailable("answered in part only")
        self.breaker.worked()
        hits = answer.get("hits", {}).get("hits", [])
        return {int(hit["_id"]): hit["_score"] for hit in hits}

    def create_index(self) -> str:
        """Create an empty index beside the one in use; return its name."""
        name = f"{self.alias}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
        self._write(
            self._rebuilder.indices.create, index=name, mappings=MAPPINGS, settings=SETTINGS
        )
        return name

    def switch_to(self, index: str) -> None:
        """Let searches use `index` from now on, in one step, and drop all older ones."""
        self._write(self._rebuilder.indices.refresh, index=index)
        found = self._write(
            self._rebuilder.indices.get, index=f"{self.alias}-*", features="aliases"
        )
        actions = [{"add": {"index": index, "alias": self.alias}}]
        actions += [{"remove_index": {"index": name}} for name in found if name != index]
        self._write(self._rebuilder.indices.update_aliases, actions=actions)
        self.breaker.worked()

    def drop(self) -> None:
        """Remove every index of this site from the cluster."""
        found = self._write(
            self._rebuilder.indices.get, index=f"{self.alias}-*", features="aliases"
        )
        for name in found:
            self._write(self._rebuilder.indices.delete, index=name)

    def _bulk(self, operations, count, index):
        if not operations:
            return
        answer = self._write(
            (self._rebuilder if index else self._editor).bulk,
            index=index or self.alias,
            operations=operations,
            require_alias=index is None,
            refresh=index is None and count <= _REFRESHED_ROWS,
            filter_path="items.*.status",
        )
        # A row to be deleted that is not there (404) is as it should be.
        statuses = [next(iter(item.items())) for item in answer["items"]]
        if any(
            result["status"] >= 400 and not (action == "delete" and result["status"] == 404)
            for action, result in statuses
        ):
            raise EngineUnavailable("refused rows; run update_index")

    def _write(self, call, **arguments):
        try:
            return call(**arguments)
        except TransportError as error:
            self.breaker.failed()
            raise EngineUnavailable(type(error).__name__) from error
        except ApiError as error:
            raise EngineUnavailable(f"{type(error).__name__} {error.status_code}") from error


def _with_port(url: str) -> str:
    """Return `url` with the port that its scheme implies; the client wants it spelt out."""
    parts = urlsplit(url)
    if parts.port:
        return url
    port = 443 if parts.scheme == "https" else 80
    return parts._replace(netloc=f"{parts.netloc}:{port}").geturl()


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
