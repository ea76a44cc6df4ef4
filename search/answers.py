"""The answer to a question: the page of hits, the total, all counts.

Privacy, filters, one hit a resource, counts and paging live here and nowhere else, whichever
engine has found the words. Counts and totals count resources, not their translations.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from django.db import connection
from django.utils import timezone

from core import identity

from . import bits
from .asking import FACETS, SearchRequest
from .bits import Layers
from .catalogue import Catalogue, catalogue
from .engines.base import ALL_WORDS
from .fitting import by_fit
from .found import Found

_IDENTIFIED = "SELECT entry_id FROM search_entryidentifier WHERE value = %s"


@dataclass
class Answer:
    """Ids of the hits in order, the total, the page and how many there are, counts by facet and
    value, and rows looked at.
    """

    ids: list[int] = field(default_factory=list)
    total: int = 0
    page: int = 1
    num_pages: int = 1
    found: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)


def identified(identifier: str) -> dict[int, float]:
    """Return {page id: score} of the entries that carry `identifier`; they come first."""
    with connection.cursor() as cursor:
        cursor.execute(_IDENTIFIED, [identifier])
        return {page_id: ALL_WORDS * 10 for (page_id,) in cursor.fetchall()}


def answer(found: Found | None, request: SearchRequest) -> Answer | None:
    """Return the answer, given what was found; None stands for all entries, the newest first.

    A page beyond the last one is the last one. Returns None where `found` was remembered, and is
    true no more. Raises DatabaseError where the database cannot answer.
    """
    with catalogue.today() as today:
        if found and not found.put_in_order(today):
            return None
        matching = today.shown(timezone.now(), identity.withheld())
        if request.within:
            matching = bits.both(matching, today.below(request.within))
        if found:
            matching = bits.both(matching, found.entries)
        chosen = {name: today.having(name, values) for name, values in request.filters.items()}
        agreeing = _agreeing(matching, chosen)
        total = bits.resources_of(agreeing).bit_count()
        num_pages = max(1, -(-total // request.page_size))
        request = replace(request, page=min(request.page, num_pages))
        return Answer(
            ids=_page(today, found, agreeing, request),
            total=total,
            page=request.page,
            num_pages=num_pages,
            found=found.count if found else 0,
            counts={
                name: _counts(today, name, _agreeing(matching, chosen, name)) for name in FACETS
            },
        )


def _agreeing(matching: Layers, chosen: dict[str, Layers], but: str = "") -> Layers:
    """Return what passes all filters but the one of the facet `but`."""
    for name, having in chosen.items():
        if name != but:
            matching = bits.both(matching, having)
    return matching


def _counts(today: Catalogue, name: str, agreeing: Layers) -> dict[str, int]:
    counts = {
        value: bits.count_common(agreeing, filed) for value, filed in today.values(name).items()
    }
    return {value: count for value, count in counts.items() if value and count}


def _page(today: Catalogue, found, agreeing: Layers, request: SearchRequest) -> list[int]:
    """Return the page's hits, from as many of the stretches of the answer as it takes."""
    first = (request.page - 1) * request.page_size
    last = first + request.page_size
    page = []
    for entries in _stretches(today, agreeing, request):
        count = bits.resources_of(entries).bit_count()
        if first < count:
            page += islice(_in_order(today, found, entries), max(0, first), last)
        first, last = first - count, last - count
        if last <= 0:
            break
    return page


def _stretches(today: Catalogue, agreeing: Layers, request: SearchRequest) -> Iterator[Layers]:
    """Yield the entries in the parts that follow one another; no resource is in two of them.

    What is in the reader's own language comes before the rest, and what fits before what does not.
    """
    own = bits.both(agreeing, today.having("language", [request.language]))
    yield from by_fit(today, own, request.setting)
    rest = bits.without_resources(agreeing, bits.resources_of(own))
    yield from by_fit(today, _nearest(today, rest, request), request.setting)


def _nearest(today: Catalogue, entries: Layers, request: SearchRequest) -> Layers:
    """Return the entries without those whose resource is there in a language nearer by."""
    kept = []
    for language in request.preferred_languages:
        kept.append(bits.both(entries, today.having("language", [language])))
        entries = bits.without_resources(entries, bits.resources_of(kept[-1]))
    return bits.united([*kept, entries])


def _in_order(today: Catalogue, found, entries: Layers) -> Iterator[int]:
    """Yield the pages of `entries`, one a resource: the best score first, then the newest."""
    left = bits.resources_of(entries).bit_count()
    seen = set()
    ordered = found.best_first(today, entries) if found else today.among(today.newest(), entries)
    for page_id, resource in ordered:
        if resource not in seen:
            seen.add(resource)
            yield page_id
            if len(seen) == left:
                return
