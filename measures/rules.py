"""Signals that something other than chance moves a measure.

Run charts: R. J. Perla, L. P. Provost, S. K. Murray, The run chart: a simple analytical tool for
learning from variation in healthcare processes, BMJ Quality & Safety 2011;20:46-51,
doi:10.1136/bmjqs.2009.037895. Shewhart charts: D. C. Montgomery, Introduction to Statistical
Quality Control, 7th edition, section 5.3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import groupby, pairwise
from statistics import median, quantiles

from .limits import Limits
from .runs import expected_runs
from .series import Series

_SHIFT = 6
_TREND = 5
# Montgomery, table 5.1, from the Western Electric handbook of 1956.
_ONE_SIDE = 8
# Fewer points have no quartiles to speak of.
_ENOUGH_FOR_QUARTILES = 10
# Far beyond what a limit computed in floating point can be off.
_ROUNDING = 1e-9


class Rule(StrEnum):
    """Why points are marked."""

    SHIFT = "shift"
    TREND = "trend"
    FEW_RUNS = "few_runs"
    MANY_RUNS = "many_runs"
    ASTRONOMICAL = "astronomical"
    BEYOND_LIMITS = "beyond_limits"
    ONE_SIDE = "one_side"


@dataclass(frozen=True)
class Signal:
    """A rule that the data break, and the positions (from 0) of the points that break it."""

    rule: Rule
    points: tuple[int, ...]


@dataclass(frozen=True)
class Signals:
    """What the rules say of a chart.

    `centre` is the line that points were held against. For run charts `runs` is the number of
    runs among the `useful` points, which are those of the baseline that do not lie on the median,
    and `fewest` and `most` are the runs that chance leaves likely; None where fewer than ten
    useful points say nothing, and on Shewhart charts.
    """

    centre: Decimal | float
    found: tuple[Signal, ...] = ()
    useful: int = 0
    runs: int | None = None
    fewest: int | None = None
    most: int | None = None


def run_chart_signals(series: Series) -> Signals:
    """Return the signals of a run chart around the median of its baseline.

    A shift is six or more points in a row on one side of the median, points on it not counted; a
    trend five or more in a row that all rise or all fall, equal neighbours counted once. Runs are
    counted in the baseline only, for their limits hold for points around their own median. Where
    most points are 0 or 100% and so the median, it has no second side: then points on it end a
    row, and runs are not judged.
    Perla et al. leave the astronomical point to the eye; marked is what lies further from the
    quartiles of all points than three times their distance, J. W. Tukey's "far out" (Exploratory
    Data Analysis, 1977, section 2D), and is not one of a shift. A series without points has no
    signals, and 0 as its centre.
    """
    values = [point.value for point in series.points]
    if not values:
        return Signals(Decimal(0))
    baseline = values[: series.baseline or None]
    centre = median(baseline)
    has_sides = min(baseline) < centre < max(baseline)
    shifts = [*_long_runs(values, centre, _SHIFT, Rule.SHIFT, has_sides)]
    found = (*shifts, *_trends(values), *_astronomical(values, shifts))
    if not has_sides:
        return Signals(centre, found)
    sides = [value > centre for value in baseline if value != centre]
    runs = sum(1 for _side in groupby(sides))
    fewest, most = expected_runs(len(sides))
    if fewest is None:
        return Signals(centre, found, len(sides))
    everything = tuple(range(len(baseline)))
    if runs < fewest:
        found += (Signal(Rule.FEW_RUNS, everything),)
    elif runs > most:
        found += (Signal(Rule.MANY_RUNS, everything),)
    return Signals(centre, found, len(sides), runs, fewest, most)


def shewhart_signals(limits: Limits) -> Signals:
    """Return the signals of a Shewhart chart.

    A point beyond the limits, and eight or more in a row on one side of the centre line.
    """
    margins = [_ROUNDING * max(1.0, abs(value)) for value in limits.values]
    beyond = [
        Signal(Rule.BEYOND_LIMITS, (at,))
        for at, (value, low, high, margin) in enumerate(
            zip(limits.values, limits.lower, limits.upper, margins, strict=True)
        )
        if not low - margin <= value <= high + margin
    ]
    values = [
        limits.centre if abs(value - limits.centre) <= margin else value
        for value, margin in zip(limits.values, margins, strict=True)
    ]
    found = (*beyond, *_long_runs(values, limits.centre, _ONE_SIDE, Rule.ONE_SIDE))
    return Signals(limits.centre, found)


def _long_runs(
    values: Sequence, centre, least: int, rule: Rule, skip_centre: bool = True
) -> Iterator[Signal]:
    """Every longest row of `least` points or more on one side of the centre.

    Points on the centre count for none; they stand within a row, or end it.
    """
    sides = [(at, (value > centre) - (value < centre)) for at, value in enumerate(values)]
    if skip_centre:
        sides = [found for found in sides if found[1]]
    for side, group in groupby(sides, key=lambda found: found[1]):
        points = tuple(at for at, _side in group)
        if side and len(points) >= least:
            yield Signal(rule, points)


def _trends(values: Sequence[Decimal]) -> Iterator[Signal]:
    """Every longest row of points that rise or fall; of equal neighbours the first counts."""
    kept = [at for at, value in enumerate(values) if at == 0 or value != values[at - 1]]
    for _rising, group in groupby(
        pairwise(kept), key=lambda step: values[step[1]] > values[step[0]]
    ):
        row = list(group)
        points = (row[0][0], *(after for _before, after in row))
        if len(points) >= _TREND:
            yield Signal(Rule.TREND, points)


def _astronomical(values: Sequence[Decimal], shifts: Sequence[Signal]) -> Iterator[Signal]:
    if len(values) < _ENOUGH_FOR_QUARTILES:
        return
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    reach = 3 * (high - low)
    shifted = {at for signal in shifts for at in signal.points}
    for at, value in enumerate(values):
        if reach and at not in shifted and not low - reach <= value <= high + reach:
            yield Signal(Rule.ASTRONOMICAL, (at,))
