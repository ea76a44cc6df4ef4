"""Comparing a translation with what its source says now: by content, never by dates.

Nothing here reads the database.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from ..models import Passage, Severity
from .passages import Extracted

# Two passages less alike than this are two passages, not one that was rewritten.
_LEAST_ALIKE = 0.35


class State(StrEnum):
    """How a passage of a translation stands to the source."""

    FRESH = "fresh"
    CHANGED = "changed"
    MISSING = "missing"
    REMOVED = "removed"


@dataclass(frozen=True)
class Translated:
    """A passage of a translation and what it translates: `source_digest` is "" for nothing.

    The rows of translations (`Passage`) have all of it, and are compared as they are.
    """

    kind: str
    path: str
    position: int
    text: str
    source_text: str
    source_digest: str
    digest: str = ""
    is_machine: bool = False
    row: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class Finding:
    """What has become of one passage; `said` or `translated` is None where there is none."""

    state: State
    said: Extracted | Passage | None
    translated: Translated | Passage | None


@dataclass(frozen=True)
class Edge:
    """A change of one passage from `old` to `new` (digests, "" for nothing) at a publication."""

    old: str
    new: str
    severity: int
    at: datetime


def compare(
    said: Sequence[Extracted | Passage], translated: Sequence[Translated | Passage]
) -> list[Finding]:
    """Return a Finding for each passage of the source, and for each that it no longer has.

    The same text is the same passage wherever it stands, so that moving one changes nothing.
    Others are one passage if they stand at the same path, between the same neighbours.
    """
    pairs: dict[int, int] = {}
    _pair_same(said, translated, pairs, lambda each: (each.kind, each.path))
    _pair_same(said, translated, pairs, lambda each: each.kind)
    _pair_rewritten(said, translated, pairs)
    findings = [
        _finding(each, translated[pairs[index]] if index in pairs else None)
        for index, each in enumerate(said)
    ]
    used = set(pairs.values())
    findings += [
        Finding(State.REMOVED, None, each)
        for index, each in enumerate(translated)
        if index not in used
    ]
    return findings


def _finding(said, translated):
    if translated is None or not translated.source_digest:
        return Finding(State.MISSING, said, translated)
    same = translated.source_digest == said.digest
    return Finding(State.FRESH if same else State.CHANGED, said, translated)


def _source_of(translated):
    """Return the digest that a translation is recognised by: without one, of its own text."""
    return translated.source_digest or translated.digest


def _pair_same(said, translated, pairs, where):
    """Pair, in order, passages of the same text and the same `where`."""
    free = defaultdict(list)
    used = set(pairs.values())
    for index, each in enumerate(translated):
        if index not in used:
            free[where(each), _source_of(each)].append(index)
    for index, each in enumerate(said):
        waiting = free.get((where(each), each.digest))
        if index not in pairs and waiting:
            pairs[index] = waiting.pop(0)


def _pair_rewritten(said, translated, pairs):
    """Pair what is left at each path, between neighbours that are paired already."""
    used = set(pairs.values())
    by_path = defaultdict(lambda: ([], []))
    for index, each in enumerate(said):
        by_path[each.kind, each.path][0].append(index)
    for index, each in enumerate(translated):
        by_path[each.kind, each.path][1].append(index)
    for ours, theirs in by_path.values():
        for gap, other in _gaps(ours, theirs, pairs, used):
            pairs.update(_matched(gap, other, said, translated))


def _gaps(ours, theirs, pairs, used):
    """Yield the unpaired indexes between paired neighbours: of the source, of the translation."""
    place = {index: position for position, index in enumerate(theirs)}
    gap, begin = [], 0
    for index in ours:
        if index not in pairs:
            gap.append(index)
            continue
        end = place.get(pairs[index], -1)
        if end < begin:
            continue
        yield gap, [each for each in theirs[begin:end] if each not in used]
        gap, begin = [], end + 1
    yield gap, [each for each in theirs[begin:] if each not in used]


def _matched(gap, other, said, translated):
    """Return {index: index}: as many of both are paired in order, else those most alike."""
    if len(gap) == len(other):
        return dict(zip(gap, other, strict=True))
    likeness = {
        (ours, theirs): SequenceMatcher(
            None, said[ours].text, translated[theirs].source_text or translated[theirs].text
        ).ratio()
        for ours in gap
        for theirs in other
    }
    found = {}
    for (ours, theirs), ratio in sorted(likeness.items(), key=lambda item: -item[1]):
        if ratio < _LEAST_ALIKE:
            break
        if ours not in found and theirs not in found.values():
            found[ours] = theirs
    return found


def severity_between(edges: Iterable[Edge], old: str, new: str) -> tuple[int, datetime | None]:
    """Return the severity of `old` having become `new`, and when that began.

    Of all ways from one to the other through what was published, the one whose worst change is
    mildest counts: an editor has said of each step how much it matters, and a text that came
    back is the same text. Texts that no publications join differ in content, since nobody knows
    when.
    """
    leaving = defaultdict(list)
    for edge in edges:
        leaving[edge.old].append(edge)
    waiting = [(0, 0, old, None)]
    seen, order = set(), 0
    while waiting:
        worst, _order, text, began = heapq.heappop(waiting)
        if text == new:
            return worst or Severity.TYPO, began
        if text in seen:
            continue
        seen.add(text)
        # Nothing is not a text that others could have come from.
        for edge in leaving[text] if text or text == old else ():
            order += 1
            heapq.heappush(waiting, (max(worst, edge.severity), order, edge.new, began or edge.at))
    return Severity.CONTENT, None
