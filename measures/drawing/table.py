"""The numbers of a series as a table, quick to write however many they are."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.translation import gettext as _

from measures.rules import Signal
from measures.series import Series

from .chart import OF_ALL
from .telling import RULES
from .words import Words

# Of more fractions than these the share stands in the file alone: a page of 500 would weigh more
# than a phone on a slow line is asked to wait for.
_MOST_WITH_SHARES = 250


def rows(series: Series, signals: Sequence[Signal], words: Words) -> str:
    """Return a heading, and each point with its numbers as reported, as rows of HTML.

    The rows where a signal begins have its name in a last cell. End tags that HTML lets one leave
    out are left out: there may be a thousand points.
    """
    points = series.points
    fractions = sum(point.denominator is not None for point in points)
    with_values = fractions < len(points) or fractions <= _MOST_WITH_SHARES
    named = _named(signals)
    written = [_heading(series.unit, with_values, fractions, named)]
    when, value, number = words.cell, words.value, words.number
    for index, point in enumerate(points):
        row = f"<tr><th scope=row>{when(point.when)}"
        if with_values:
            row += f"<td>{value(point)}"
        if point.denominator is not None:
            row += f"<td>{number(point.numerator)}<td>{number(point.denominator)}"
        elif fractions:
            row += "<td><td>"
        if named:
            row += f"<td>{named.get(index, '')}"
        written.append(row)
    return "".join(written)


def _heading(unit, with_values, with_cases, named):
    heads = [_("When")]
    if with_values:
        heads.append(unit or _("Value"))
    if with_cases:
        heads += [_("Numerator"), _("Denominator")]
    if named:
        heads.append(_("Signals"))
    return "<tr>" + "".join(f"<th scope=col>{escape(head)}" for head in heads)


def _named(signals):
    """Return the names of the rules that mark points, at the first point that each marks."""
    named = {}
    for signal in signals:
        if signal.rule not in OF_ALL:
            named.setdefault(signal.points[0], []).append(escape(str(RULES[signal.rule])))
    return {first: "; ".join(labels) for first, labels in named.items()}
