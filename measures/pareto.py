"""Pareto charts as data: the causes that were counted, the most frequent first.

J. M. Juran's "vital few": the causes that come first make most of the total. Montgomery, section
5.4.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate


@dataclass(frozen=True)
class Bar:
    """A cause, how often it was found, and its part and that of all up to it, both from 0 to 1."""

    cause: str
    count: int
    share: Fraction
    cumulative: Fraction


def bars(counts: Iterable[tuple[str, int]]) -> tuple[Bar, ...]:
    """Return the bars of causes and their counts (0 or more), the highest first.

    Causes of equal counts keep their order. Where all counts are 0, so are the shares.
    """
    ordered = sorted(counts, key=lambda pair: -pair[1])
    total = sum(count for _cause, count in ordered) or 1
    sums = accumulate(count for _cause, count in ordered)
    return tuple(
        Bar(cause, count, Fraction(count, total), Fraction(so_far, total))
        for (cause, count), so_far in zip(ordered, sums, strict=True)
    )
