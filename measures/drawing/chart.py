"""What a chart shows, before anything is drawn of it."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from measures.choosing import chart_kind
from measures.limits import limits
from measures.rules import Rule, Signal, run_chart_signals, shewhart_signals
from measures.series import ChartKind, Series

from .frame import Frame, ticks

# Of fewer points a median says too little to be held against: Perla et al. judge runs from ten on.
_ENOUGH_FOR_MEDIAN = 10
# These say something of all points together, so no point is marked for them.
OF_ALL = (Rule.FEW_RUNS, Rule.MANY_RUNS)


@dataclass(frozen=True)
class Chart:
    """A series with the lines that it is held against.

    `centre` is None for too few points to have one; `lower` and `upper` have one limit a point,
    and are empty where the chart has none.
    """

    kind: ChartKind
    series: Series
    centre: Decimal | float | None
    lower: Sequence[float] = ()
    upper: Sequence[float] = ()
    signals: tuple[Signal, ...] = ()

    @property
    def bands(self) -> list[tuple[int, int]]:
        """Return the parts that signals of several points cover: the first and the last point."""
        several = (signal for signal in self.signals if signal.rule not in OF_ALL)
        return [(each.points[0], each.points[-1]) for each in several if len(each.points) > 1]

    @property
    def single(self) -> list[int]:
        """Return the points that are signals of their own."""
        return sorted({each.points[0] for each in self.signals if len(each.points) == 1})

    def frame(self, mirrored: bool) -> Frame:
        """Return the field that everything of this chart fits in."""
        shown = [point.value for point in self.series.points]
        lines = [line for line in (self.centre, *self.lower, *self.upper) if line is not None]
        shown += map(Decimal, lines and (min(lines), max(lines)))
        if self.series.goal is not None:
            shown.append(self.series.goal)
        return Frame(len(self.series.points), ticks(min(shown), max(shown)), mirrored)

    def marks(self) -> list[tuple[int, list[int]]]:
        """Return where something was changed: a point, and the numbers of the changes there.

        A change of a time between two points stands at the later one; one whose time cannot be
        held against those of the points stands nowhere.
        """
        whens = [point.when for point in self.series.points]
        at = {}
        for number, change in enumerate(self.series.changes, start=1):
            index = _place(whens, change.when)
            if index is not None:
                at.setdefault(index, []).append(number)
        return sorted(at.items())


def _place(whens, when):
    if when in whens:
        return whens.index(when)
    comparable = {len(each) for each in (*whens, when)} == {len(when)} and when[:4].isdecimal()
    if not comparable or whens != sorted(whens):
        return None
    index = bisect_left(whens, when)
    return index if 0 < index < len(whens) else None


def chart_of(series: Series, kind: ChartKind) -> Chart | None:
    """Return the chart that an editor asks for; None where there is nothing to draw a line of."""
    chosen = chart_kind(series, kind)
    if chosen is ChartKind.NONE or len(series.points) < 2:
        return None
    if chosen is ChartKind.RUN:
        return _run_chart(series)
    lines = limits(series, chosen)
    found = shewhart_signals(lines)
    return Chart(chosen, series, lines.centre, lines.lower, lines.upper, found.found)


def _run_chart(series):
    found = run_chart_signals(series)
    if len(series.points) >= _ENOUGH_FOR_MEDIAN:
        return Chart(ChartKind.RUN, series, found.centre, signals=found.found)
    trends = tuple(signal for signal in found.found if signal.rule is Rule.TREND)
    return Chart(ChartKind.RUN, series, None, signals=trends)
