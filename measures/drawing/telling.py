"""What a chart shows, in words: for those who cannot see it, and for all who read beneath it."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from measures.rules import Rule
from measures.series import ChartKind

from .chart import OF_ALL, Chart
from .words import Words

KINDS = {
    ChartKind.RUN: _("Run chart"),
    ChartKind.P: _("p chart"),
    ChartKind.U: _("u chart"),
    ChartKind.C: _("c chart"),
    ChartKind.XMR: _("XmR chart"),
}
RULES = {
    Rule.SHIFT: _("Six or more points on one side of the median"),
    Rule.TREND: _("Five or more points that all rise or all fall"),
    Rule.FEW_RUNS: _("Too few runs around the median"),
    Rule.MANY_RUNS: _("Too many runs around the median"),
    Rule.ASTRONOMICAL: _("A point far from all others"),
    Rule.BEYOND_LIMITS: _("A point beyond the limits"),
    Rule.ONE_SIDE: _("Eight or more points on one side of the mean"),
}

# The table has the others.
_MOST_PLACES = 4


@dataclass(frozen=True)
class Key:
    """What a line or a mark stands for: `name` is its class in `static/css/chart.css`."""

    name: str
    label: str
    value: str = ""


def keys(chart: Chart, words: Words) -> list[Key]:
    """Return the lines of a chart but that through its points, with the values of level ones."""
    found = []
    if chart.centre is not None:
        middle = gettext("Median") if chart.kind is ChartKind.RUN else gettext("Mean")
        found.append(Key("m", middle, _rounded(chart, words, chart.centre)))
    if chart.series.goal is not None:
        found.append(Key("o", gettext("Goal"), words.number(chart.series.goal)))
    if chart.upper:
        level = len({*chart.lower}) == len({*chart.upper}) == 1
        ends = (chart.lower[0], chart.upper[0]) if level else ()
        range_ = "–".join(_rounded(chart, words, end) for end in ends)
        found.append(Key("l", gettext("Limits"), range_))
    return found


def _rounded(chart, words, value):
    """Return a value of a line: a median of what was typed as it is, others with one digit more."""
    given = [point.value for point in chart.series.points if point.denominator is None]
    if isinstance(value, Decimal) and len(given) == len(chart.series.points):
        return words.number(value)
    places = max((-value.as_tuple().exponent for value in given), default=0)
    return words.number(round(Decimal(value), max(places, 0) + 1))


def sentence(chart: Chart, words: Words) -> str:
    """Return which chart it is, of how many points, and from when to when."""
    points = chart.series.points
    text = ngettext(
        "%(chart)s of %(shown)s point, %(first)s to %(last)s.",
        "%(chart)s of %(shown)s points, %(first)s to %(last)s.",
        len(points),
    )
    return text % {
        "chart": KINDS[chart.kind],
        "shown": words.number(Decimal(len(points))),
        "first": words.when(points[0].when),
        "last": words.when(points[-1].when),
    }


def signals(chart: Chart, words: Words) -> list[Key]:
    """Return what each rule has found, and where: as a band, in frames, or in all points."""
    told = {}
    for signal in chart.signals:
        told.setdefault(signal.rule, []).append(signal)
    return [_told(chart, words, rule, found) for rule, found in told.items()]


def _told(chart, words, rule, found):
    if rule in OF_ALL:
        return Key("", str(RULES[rule]))
    whens = [words.when(point.when) for point in chart.series.points]
    places = [
        " – ".join(whens[at] for at in sorted({each.points[0], each.points[-1]}))
        for each in found[:_MOST_PLACES]
    ]
    if len(found) > _MOST_PLACES:
        places.append("…")
    name = "s" if len(found[0].points) > 1 else "x"
    return Key(name, str(RULES[rule]), "; ".join(places))
