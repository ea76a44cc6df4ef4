"""The index that searches ask in Elasticsearch: its connection, its rows, its rebuilding."""

from datetime import UTC, datetime
from urllib.parse import urlsplit

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch

from .base import EngineResting, EngineUnavailable, WordRow
from .breaker import Breaker

# A reader waits no longer for it; the database then answers instead. An editor waits longer,
# and a rebuild longest.
SEARCH_SECONDS = 0.8
EDIT_SECONDS = 5
REBUILD_SECONDS = 60
# So few rows are an editor's work, who looks for it at once; more are a bulk of work.
_REFRESHED_ROWS = 50


class ElasticsearchIndex:
    """The rows behind one alias of one cluster; a subclass says of what kind they are."""

    mappings: dict
    settings: dict

    def __init__(self, url: str, prefix: str, seconds: float = SEARCH_SECONDS):
        self.url, self.prefix, self.seconds = url, prefix, seconds
        self.alias = f"{prefix}-search"
        self.breaker = Breaker()
        self.client = Elasticsearch(
            _with_port(url), request_timeout=seconds, max_retries=0, retry_on_timeout=False
        )
        self._editor = self.client.options(request_timeout=EDIT_SECONDS)
        self._rebuilder = self.client.options(request_timeout=REBUILD_SECONDS)

    def is_ready(self) -> bool:
        """Return whether the cluster answers and has an index to search in."""
        try:
            return bool(self.client.indices.exists_alias(name=self.alias))
        except (TransportError, ApiError):
            return False

    def ask(self, **search) -> list[dict]:
        """Return id and score of each hit of a search; raises EngineUnavailable.

        While it rests after a failure, EngineResting is raised without asking.
        """
        if self.breaker.is_open:
            raise EngineResting("resting after a failure")
        try:
            answer = self.client.search(
                index=self.alias,
                track_total_hits=False,
                timeout=f"{int(self.seconds * 1000)}ms",
                filter_path="hits.hits._id,hits.hits._score,timed_out,_shards.failed",
                **search,
            )
        except (TransportError, ApiError) as error:
            self.breaker.failed()
            raise EngineUnavailable(type(error).__name__) from error
        if answer.get("timed_out") or answer["_shards"]["failed"]:
            self.breaker.failed()
            raise EngineUnavailable("answered in part only")
        self.breaker.worked()
        return answer.get("hits", {}).get("hits", [])

    def replace(self, rows: list[WordRow], index: str | None = None) -> None:
        """Store `rows` in place of those with the same ids; raises EngineUnavailable.

        `index` names one that is being rebuilt, None means the one in use.
        """
        operations = []
        for row in rows:
            operations.append({"index": {"_id": str(row.id)}})
            operations.append({name: getattr(row, name) for name in self.mappings["properties"]})
        self._bulk(operations, len(rows), index)

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; raises EngineUnavailable."""
        self._bulk([{"delete": {"_id": str(row_id)}} for row_id in ids], len(ids), None)

    def create_index(self) -> str:
        """Create an empty index beside the one in use; return its name."""
        name = f"{self.alias}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
        self._write(
            self._rebuilder.indices.create,
            index=name,
            mappings=self.mappings,
            settings=self.settings,
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
