"""Centre line and three-sigma limits of Shewhart charts.

Formulas: D. C. Montgomery, Introduction to Statistical Quality Control, 7th edition, Wiley 2013:
section 6.4 (individuals with a moving range of two), 7.2 (p), 7.3 (c and u).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import inf, sqrt

from .series import ChartKind, Point, Series

# The mean range of two values from a normal distribution is this many sigmas (Montgomery,
# appendix VI): d2 for n = 2, printed as 1.128.
_D2 = 1.128


@dataclass(frozen=True)
class Limits:
    """What a Shewhart chart draws beside its points, all in the unit of the series.

    `values` are the points as the chart plots them, computed from the cases where there are any.
    `lower` and `upper` hold one limit for each point. They end where the values must: shares at
    none and all, counts and rates at 0, single values at 0 or 100 % if all points lie within.
    """

    kind: ChartKind
    values: tuple[float, ...]
    centre: float
    lower: tuple[float, ...]
    upper: tuple[float, ...]


def limits(series: Series, kind: ChartKind) -> Limits:
    """Return the limits of a series on a chart of `kind`, estimated from its baseline.

    Raises ValueError for a kind without limits and for a series that does not suit it; ask
    `measures.choosing.chart_kind` first.
    """
    if kind not in _CHARTS or not series.points:
        raise ValueError(f"{kind} has no limits for {len(series.points)} points")
    if kind in (ChartKind.P, ChartKind.U) and any(p.denominator is None for p in series.points):
        raise ValueError(f"{kind} needs a numerator and a denominator at each point")
    return _CHARTS[kind](series, series.points[: series.baseline or None])


def _p(series: Series, baseline: Sequence[Point]) -> Limits:
    points, per = series.points, series.per
    mean = _pooled(baseline)
    spreads = _spreads(mean * (1 - mean), points)
    return Limits(
        kind=ChartKind.P,
        values=_shares(points, per),
        centre=float(mean * per),
        lower=tuple(max(0.0, float(mean) - spread) * per for spread in spreads),
        upper=tuple(min(1.0, float(mean) + spread) * per for spread in spreads),
    )


def _u(series: Series, baseline: Sequence[Point]) -> Limits:
    points, per = series.points, series.per
    mean = _pooled(baseline)
    spreads = _spreads(mean, points)
    return Limits(
        kind=ChartKind.U,
        values=_shares(points, per),
        centre=float(mean * per),
        lower=tuple(max(0.0, float(mean) - spread) * per for spread in spreads),
        upper=tuple((float(mean) + spread) * per for spread in spreads),
    )


def _c(series: Series, baseline: Sequence[Point]) -> Limits:
    points = series.points
    mean = _mean([point.value for point in baseline])
    spread = 3 * sqrt(mean)
    return Limits(
        kind=ChartKind.C,
        values=tuple(float(point.value) for point in points),
        centre=float(mean),
        lower=(max(0.0, mean - spread),) * len(points),
        upper=(mean + spread,) * len(points),
    )


def _xmr(series: Series, baseline: Sequence[Point]) -> Limits:
    points = series.points
    values = [point.value for point in baseline]
    mean = _mean(values)
    ranges = [abs(after - before) for before, after in pairwise(values)]
    spread = 3 * float(_mean(ranges)) / _D2 if ranges else 0.0
    least, most = _ends(series)
    return Limits(
        kind=ChartKind.XMR,
        values=tuple(float(point.value) for point in points),
        centre=float(mean),
        lower=(max(least, mean - spread),) * len(points),
        upper=(min(most, mean + spread),) * len(points),
    )


def _ends(series: Series) -> tuple[float, float]:
    """The least and the most that single values can be, as far as they tell."""
    values = [point.value for point in series.points]
    least = 0.0 if min(values) >= 0 else -inf
    return least, 100.0 if series.in_percent and max(values) <= 100 else inf


def _mean(values: Sequence[Decimal]) -> Fraction:
    # Exact, so that a constant series lies on its centre line and not a rounding beside it.
    return Fraction(sum(values)) / len(values)


def _pooled(points: Sequence[Point]) -> Fraction:
    """Cases of all points over their totals: the mean weighted by size, as (7.10) and (7.20)."""
    numerators = Fraction(sum(point.numerator for point in points))
    return numerators / Fraction(sum(point.denominator for point in points))


def _spreads(variance: Fraction, points: Sequence[Point]) -> list[float]:
    """Three sigma for each point, of the variance of one case."""
    return [3 * sqrt(float(variance) / float(point.denominator)) for point in points]


def _shares(points: Sequence[Point], per: int) -> tuple[float, ...]:
    return tuple(float(point.numerator * per / point.denominator) for point in points)


_CHARTS = {ChartKind.P: _p, ChartKind.U: _u, ChartKind.C: _c, ChartKind.XMR: _xmr}
