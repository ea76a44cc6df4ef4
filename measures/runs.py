"""How many runs chance leaves likely on a run chart.

The table is that of Perla, Provost and Murray (2011), after F. S. Swed and C. Eisenhart, Tables
for testing randomness of grouping in a sequence of alternatives, Annals of Mathematical
Statistics 1943;14:66-87. Beyond it stands Swed and Eisenhart's distribution itself.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import cache
from math import comb

_FIRST = 10
# For 10 to 60 points that do not lie on the median.
_FEWEST = """
3 3 3 4 4 5 5 5 6 6 6 7 7 7 8 8 9 10 10 10 11 11 11 12 12 12 13 13 14 14 15 15 16 16 17 17 17 18
18 19 19 20 20 21 21 22 22 23 23 24 24
"""
_MOST = """
9 10 11 11 12 12 13 13 14 15 16 16 17 17 18 18 19 19 20 20 21 22 23 23 24 24 25 25 26 26 27 27 28
28 29 30 31 31 32 32 33 33 34 34 35 35 36 36 37 38 38
"""
_TABLE = {
    points: limits
    for points, limits in enumerate(
        zip(map(int, _FEWEST.split()), map(int, _MOST.split()), strict=True), start=_FIRST
    )
}
# What the table leaves to chance at either end.
_TAIL = Fraction(1, 20)


def expected_runs(useful: int) -> tuple[int, int] | tuple[None, None]:
    """Return the fewest and the most runs that chance leaves likely among `useful` points.

    Fewer are too few, more too many. (None, None) below ten points, of which nothing can be said.
    """
    if useful < _FIRST:
        return None, None
    return _TABLE.get(useful) or _computed(useful)


@cache
def _computed(useful: int) -> tuple[int, int]:
    """The limits for points of which half lie on either side of their median."""
    counts = range(2, useful + 1)
    return _first_likely(counts, useful), _first_likely(reversed(counts), useful)


def _first_likely(counts: Iterable[int], useful: int) -> int:
    """The last number of runs, from one end, that is as unlikely as the table's limits are.

    The table calls fewer than a limit too few, and the limit itself is still within the tail.
    """
    above, below = useful // 2, useful - useful // 2
    ways, last = 0, 0
    for runs in counts:
        ways += _arrangements(above, below, runs)
        if Fraction(ways, comb(useful, above)) > _TAIL:
            return last
        last = runs
    return last


def _arrangements(above: int, below: int, runs: int) -> int:
    """In how many orders so many points above and below make so many runs.

    J. D. Gibbons, S. Chakraborti, Nonparametric Statistical Inference, theorem 3.2.2.
    """
    half = runs // 2
    if runs % 2 == 0:
        return 2 * comb(above - 1, half - 1) * comb(below - 1, half - 1)
    return comb(above - 1, half - 1) * comb(below - 1, half) + comb(above - 1, half) * comb(
        below - 1, half - 1
    )
