"""The index that searches ask in Elasticsearch: its connection, its rows, its rebuilding.

An index that is being filled carries an alias of its own, `<its name>-new`. Rows are stored
through it, so that none can make an index anew that somebody has removed meanwhile, and
whoever takes it away decides what becomes of the index, which nobody else can after that.
"""

import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import urlsplit

from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.helpers import ScanError, scan

from .base import EngineResting, EngineUnavailable, WordRow
from .breaker import Breaker
from .elasticsearch_rows import Receipt, parcels

# A reader waits no longer for it; the database then answers instead, within the second. An
# editor waits longer, and a rebuild longest.
SEARCH_SECONDS = 0.7
EDIT_SECONDS = 3
REBUILD_SECONDS = 60
# Whether it is back is asked beside readers, who do not wait for that, but by an editor's work.
_SEARCH_REST_SECONDS = 5
_EDIT_REST_SECONDS = 30
# So few rows are an editor's work, who looks for it at once; more are a bulk of work.
_REFRESHED_ROWS = 50
_STATES_AT_ONCE = 5_000
_NO_INDEX = "index_not_found_exception"
# Seconds between attempts of a rebuild to store what a busy cluster has left out.
_PATIENCE = (1, 2, 4, 8)


@dataclass(frozen=True)
class Layout:
    """How an index lies in its cluster; None leaves a number to the cluster."""

    shards: int | None = None
    replicas: int | None = None
    refresh_seconds: int = 1

    def as_settings(self) -> dict:
        """Return the settings of an index that is laid out so."""
        numbers = {"number_of_shards": self.shards, "number_of_replicas": self.replicas}
        return {name: number for name, number in numbers.items() if number is not None}


class ElasticsearchIndex:
    """The rows behind one alias of one cluster; a subclass says of what kind they are.

    `url` may name several nodes of the cluster, with commas between them.
    """

    mappings: dict
    settings: dict

    def __init__(
        self, url: str, prefix: str, seconds: float = SEARCH_SECONDS, layout: Layout | None = None
    ):
        self.url, self.prefix, self.seconds = url, prefix, seconds
        self.alias = f"{prefix}-search"
        self._layout = layout or Layout()
        nodes = [_with_port(each) for each in url.split(",")]
        # Where one node of several does not answer, the next one may. Edits can wait.
        # Another number whenever this process has changed what can be found.
        self.edition = 0
        self.breaker = Breaker(len(nodes), _SEARCH_REST_SECONDS)
        self._edits_breaker = Breaker(1, _EDIT_REST_SECONDS)
        self.client = Elasticsearch(
            nodes, request_timeout=seconds, max_retries=len(nodes) - 1, retry_on_timeout=False
        )
        self._editor = self.client.options(request_timeout=EDIT_SECONDS)
        self._rebuilder = self.client.options(request_timeout=REBUILD_SECONDS)

    def is_ready(self) -> bool:
        """Return whether the index answers; while it rests, nobody is kept waiting for that."""
        if self.breaker.is_open and not self.breaker.claim():
            return False
        return self._find_out()

    def ask(self, **search) -> list[dict]:
        """Return what each hit of a search is sorted by; raises EngineUnavailable.

        While it rests after a failure, EngineResting is raised without asking. When it has
        rested, one search finds out beside the reader whether it is back.
        """
        if self.breaker.is_open:
            if self.breaker.claim():
                threading.Thread(target=self._find_out, daemon=True).start()
            raise EngineResting("resting after a failure")
        return self._search(**search)

    def send(self, rows: list[WordRow], numbers: dict[int, int]) -> Receipt:
        """Store edits, or remove what has no row; raises EngineUnavailable.

        `numbers` says by id which edit of it this is: an older one never overwrites a newer one,
        whichever comes first.
        """
        breaker = self._edits_breaker
        if breaker.is_open and not breaker.claim():
            raise EngineResting("resting after a failure")
        try:
            receipt = self._store(rows, numbers)
        except EngineUnavailable:
            breaker.failed()
            raise
        if receipt.left:
            breaker.failed()
        else:
            breaker.worked()
        return receipt

    def fill(self, index: str, rows: list[WordRow]) -> Receipt:
        """Store `rows` in an index that is not yet in use; raises EngineUnavailable.

        They count as older than every edit. A cluster that has too much to do is waited for.
        """
        receipt = self._store(rows, dict.fromkeys((row.id for row in rows), 0), index)
        for seconds in _PATIENCE:
            if not receipt.left or receipt.reason == _NO_INDEX:
                break
            time.sleep(seconds)
            left = {number: 0 for number in receipt.left}
            again = self._store([row for row in rows if row.id in left], left, index)
            receipt.refused += again.refused
            receipt.left, receipt.reason = again.left, again.reason
        if receipt.left:
            raise EngineUnavailable(receipt.reason)
        return receipt

    def states(self) -> Iterator[tuple[int, str]]:
        """Yield the id and the `state_of` of every row, in no order; raises EngineUnavailable."""
        wanted = {"query": {"match_all": {}}, "docvalue_fields": ["state"], "_source": False}
        try:
            self._rebuilder.indices.refresh(index=self.alias)
            for hit in scan(self._rebuilder, wanted, index=self.alias, size=_STATES_AT_ONCE):
                yield int(hit["_id"]), hit.get("fields", {}).get("state", [""])[0]
        except (TransportError, ApiError, ScanError) as error:
            raise EngineUnavailable(type(error).__name__) from error

    def create_index(self) -> str:
        """Create an empty index beside the one in use; return its name.

        Nothing can be found in it while it is filled, so it is spared the work for that.
        """
        name = f"{self.alias}-{datetime.now(UTC):%Y%m%d%H%M%S%f}"
        properties = {**self.mappings["properties"], "state": {"type": "keyword", "index": False}}
        self._write(
            self._rebuilder.indices.create,
            index=name,
            aliases={_token(name): {}},
            mappings={**self.mappings, "properties": properties},
            settings={**self.settings, **self._layout.as_settings(), "refresh_interval": "-1"},
        )
        return name

    def switch_to(self, index: str) -> None:
        """Let searches use `index` from now on, in one step; raises EngineUnavailable.

        So it does when a newer rebuild has removed `index` meanwhile.
        """
        self._write(
            self._rebuilder.indices.put_settings,
            index=index,
            settings={"refresh_interval": f"{self._layout.refresh_seconds}s"},
        )
        self._write(self._rebuilder.indices.refresh, index=index)
        actions = [
            {"remove": {"index": f"{self.alias}-*", "alias": self.alias, "must_exist": False}},
            {"add": {"index": index, "alias": self.alias}},
            {"remove": {"index": index, "alias": _token(index), "must_exist": True}},
        ]
        self._write(self._rebuilder.indices.update_aliases, actions=actions)
        self.edition += 1
        self.breaker.worked()

    def remove_unused(self, than: str) -> None:
        """Remove the indexes older `than` one that nobody searches; raises EngineUnavailable.

        They are what rebuilds have replaced, or left behind when they died.
        """
        for name, aliases in self._indexes().items():
            if name < than and self.alias not in aliases:
                self._remove(name, aliases)

    def drop(self) -> None:
        """Remove every index of this site from the cluster."""
        for name in self._indexes():
            self._write(self._rebuilder.indices.delete, index=name)

    def _search(self, **search):
        try:
            answer = self.client.search(
                index=self.alias,
                # Rarity is counted over all shards, as the database counts it over all rows.
                search_type="dfs_query_then_fetch",
                track_total_hits=False,
                timeout=f"{int(self.seconds * 1000)}ms",
                # Nothing else of a hit is read, let alone sent.
                stored_fields="_none_",
                filter_path="hits.hits.sort,timed_out,_shards.failed",
                **search,
            )
        except (TransportError, ApiError) as error:
            self.breaker.failed()
            raise EngineUnavailable(type(error).__name__) from error
        if answer.get("timed_out") or answer.get("_shards", {}).get("failed", 1):
            self.breaker.failed()
            raise EngineUnavailable("answered in part only")
        self.breaker.worked()
        return answer.get("hits", {}).get("hits", [])

    def _find_out(self):
        try:
            self._search(size=0)
        except EngineUnavailable:
            return False
        return True

    def _store(self, rows, numbers, index=None):
        """Send edits in requests of a bearable size; `index` None is the one in use."""
        receipt = Receipt()
        self.edition += 1
        refresh = index is None and len(numbers) <= _REFRESHED_ROWS
        for parcel in parcels(rows, numbers, list(self.mappings["properties"])):
            self._bulk(parcel, index, refresh, receipt)
        return receipt

    def _bulk(self, parcel, index, refresh, receipt):
        client = self._rebuilder if index else self._editor
        try:
            answer = client.bulk(
                index=_token(index) if index else self.alias,
                operations=[line for operation in parcel for line in operation.lines],
                require_alias=True,
                refresh=refresh,
                filter_path="items.*.status,items.*.error.type",
            )
        except ApiError as error:
            if error.status_code != HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
                raise _unavailable(error) from error
            self._bulk_smaller(parcel, index, refresh, receipt)
        except TransportError as error:
            raise _unavailable(error) from error
        else:
            receipt.note(parcel, answer["items"])

    def _bulk_smaller(self, parcel, index, refresh, receipt):
        """Find out which of several rows something on the way finds too large."""
        if len(parcel) == 1:
            receipt.refused.append(parcel[0].id)
            return
        for operation in parcel:
            self._bulk([operation], index, refresh, receipt)

    def _indexes(self):
        """Return the aliases of each index of this site, by its name."""
        found = self._write(self._rebuilder.indices.get_alias, index=f"{self.alias}-*")
        # Another site's prefix may begin as ours does; a stamp of time makes the difference.
        stamped = re.compile(re.escape(self.alias) + "-[0-9]{20}")
        return {name: index["aliases"] for name, index in found.items() if stamped.fullmatch(name)}

    def _remove(self, name, aliases):
        """Remove an index, unless a rebuild has put it in use or another has removed it."""
        client = self._rebuilder.options(ignore_status=HTTPStatus.NOT_FOUND)
        if _token(name) in aliases:
            action = {"index": name, "alias": _token(name), "must_exist": True}
            answer = self._write(client.indices.update_aliases, actions=[{"remove": action}])
            if answer.meta.status == HTTPStatus.NOT_FOUND:
                return
        self._write(client.indices.delete, index=name)

    def _write(self, call, **arguments):
        try:
            return call(**arguments)
        except (TransportError, ApiError) as error:
            raise _unavailable(error) from error


def _token(index):
    return f"{index}-new"


def _unavailable(error):
    status = f" {error.status_code}" if isinstance(error, ApiError) else ""
    return EngineUnavailable(f"{type(error).__name__}{status}")


def _with_port(url: str) -> str:
    """Return `url` with the port that its scheme implies; the client wants it spelt out."""
    parts = urlsplit(url)
    if parts.port:
        return url
    port = 443 if parts.scheme == "https" else 80
    return parts._replace(netloc=f"{parts.netloc}:{port}").geturl()
