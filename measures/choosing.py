"""Which charts suit a series, and why others do not."""

from collections.abc import Callable
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from .series import ChartKind, Point, Series

# Montgomery, section 5.3: 20 to 25 samples for limits; L. P. Provost and S. K. Murray, The Health
# Care Data Guide, Jossey-Bass 2011, chapter 5: 20 to 30 measurements.
ENOUGH_FOR_LIMITS = 20


def chart_kind(series: Series, wanted: ChartKind) -> ChartKind:
    """Return the chart to draw: the one wanted if it suits, else the one that says most.

    That is a p chart for shares, a u chart for rates, an XmR chart for single values, a run chart
    for what suits none of them; NONE for fewer than two points, or if nothing is wanted. Nobody
    can see from numbers that they are counts of events in equal exposure, so a c chart comes only
    when it is wanted.
    """
    reasons = unsuited(series)
    if wanted is ChartKind.NONE or ChartKind.RUN in reasons:
        return ChartKind.NONE
    if wanted is not ChartKind.AUTO:
        return ChartKind.RUN if wanted in reasons else wanted
    by_cases = (ChartKind.P if _are_shares(series) else ChartKind.U,)
    order = by_cases if _have_cases(series) else (ChartKind.XMR,)
    return next((kind for kind in order if kind not in reasons), ChartKind.RUN)


def unsuited(series: Series) -> dict[ChartKind, str]:
    """Return the charts that a series does not suit, each with the reason in the reader's words."""
    if len(series.points) < 2:
        return dict.fromkeys(_NEEDS, _("There are fewer than two points."))
    found = {}
    for kind, needs in _NEEDS.items():
        reason = next((reason for suits, reason in needs if not suits(series)), None)
        if reason:
            found[kind] = reason
    return found


def _is_count(number: Decimal) -> bool:
    return number >= 0 and number == number.to_integral_value()


def _each(holds: Callable[[Point], bool]) -> Callable[[Series], bool]:
    return lambda series: all(map(holds, series.points))


def _have_cases(series: Series) -> bool:
    return all(point.denominator is not None for point in series.points)


def _are_shares(series: Series) -> bool:
    """Whether cases are part of their total: in hundredths, or with no unit that says otherwise."""
    return series.per in (1, 100) and (not series.unit.strip() or series.in_percent)


def _have_enough(series: Series) -> bool:
    return len(series.points[: series.baseline or None]) >= ENOUGH_FOR_LIMITS


_ENOUGH = (_have_enough, _("Limits take a baseline of at least 20 points."))
_CASES = (_have_cases, _("Not every point has a numerator and a denominator."))
_NEEDS = {
    ChartKind.RUN: (),
    ChartKind.P: (
        _CASES,
        (
            _each(lambda point: _is_count(point.numerator) and _is_count(point.denominator)),
            _("Cases are not all whole numbers."),
        ),
        (
            _each(lambda point: point.numerator <= point.denominator),
            _("A numerator is larger than its denominator."),
        ),
        _ENOUGH,
    ),
    ChartKind.U: (
        _CASES,
        (_each(lambda point: _is_count(point.numerator)), _("Cases are not all whole numbers.")),
        _ENOUGH,
    ),
    ChartKind.C: (
        (
            _each(lambda point: point.denominator is None and _is_count(point.value)),
            _("The points are not counts."),
        ),
        _ENOUGH,
    ),
    ChartKind.XMR: (_ENOUGH,),
}
