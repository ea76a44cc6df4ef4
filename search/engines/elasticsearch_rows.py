"""Rows on their way into an Elasticsearch index, and what the cluster says of each."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import astuple, dataclass, field
from http import HTTPStatus

from .base import WordRow

# Elastic advises from 5 to 15 MB a request: what comes in one piece is held in memory there.
_REQUEST_BYTES = 5_000_000
# What the cluster says of a document that it will never take; all else may pass.
_BAD_DOCUMENT = {HTTPStatus.BAD_REQUEST, HTTPStatus.REQUEST_ENTITY_TOO_LARGE}


@dataclass
class Receipt:
    """What became of rows sent: their ids by outcome.

    `taken`: the index has this state of them, or a newer one. `refused`: it never will.
    `left`: not now; `reason` says why.
    """

    taken: list[int] = field(default_factory=list)
    refused: list[int] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    reason: str = ""

    def note(self, parcel: list["Operation"], items: list[dict]) -> None:
        """Take down the cluster's answer, an item for each operation of a parcel."""
        for operation, item in zip(parcel, items, strict=True):
            result = next(iter(item.values()))
            reason = result.get("error", {}).get("type")
            # Without an error, 404 is of a row to be removed that is not there. 409 is of a row
            # of which a newer edit is there already.
            if reason is None or result["status"] == HTTPStatus.CONFLICT:
                self.taken.append(operation.id)
            elif result["status"] in _BAD_DOCUMENT:
                self.refused.append(operation.id)
            else:
                self.left.append(operation.id)
                self.reason = reason


@dataclass(frozen=True)
class Operation:
    """What is to be done with one row, as lines of a request."""

    id: int
    lines: list[bytes]

    @property
    def size(self) -> int:
        """The length in bytes."""
        return sum(map(len, self.lines))


def parcels(
    rows: list[WordRow], numbers: dict[int, int], fields: list[str]
) -> Iterator[list[Operation]]:
    """Yield what stores these edits, in requests of a size that a node bears.

    `numbers` says by id which edit of it this is; an id without a row is to be removed. Of a
    row, `fields` are stored, and its state.
    """
    parcel, size = [], 0
    for operation in _operations(rows, numbers, fields):
        if parcel and size + operation.size > _REQUEST_BYTES:
            yield parcel
            parcel, size = [], 0
        parcel.append(operation)
        size += operation.size
    if parcel:
        yield parcel


def state_of(row: WordRow) -> str:
    """Return a mark that two rows share only if their words are the same."""
    words = "\0".join(str(value) for value in astuple(row)[1:])
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def _operations(rows, numbers, fields):
    by_id = {row.id: row for row in rows}
    for row_id, number in numbers.items():
        about = {"_id": str(row_id), "version": number, "version_type": "external_gte"}
        row = by_id.get(row_id)
        if row:
            words = {name: getattr(row, name) for name in fields}
            lines = [{"index": about}, {**words, "state": state_of(row)}]
        else:
            lines = [{"delete": about}]
        yield Operation(row_id, [json.dumps(line, ensure_ascii=False).encode() for line in lines])
