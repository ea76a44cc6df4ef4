"""The numbers of a series as a table, quick to write however many they are."""

from collections.abc import Sequence

from django.utils.html import escape
from django.utils.translation import gettext as _

from measures.rules import Signal
from measures.series import Series

from .chart import OF_ALL
from .telling import RULES
from .words import Words


def rows(series: Series, signals: Sequence[Signal], words: Words) -> str:
    """Return a heading, and each point with its numbers as reported, as rows of HTML.

    The rows where a signal begins have its name in a last cell. End tags that HTML lets one leave
    out are left out: there may be a thousand points.
    """
    points = series.points
    counted = any(point.denominator is not None for point in points)
    named = _named(signals)
    written = [_heading(series.unit, counted, named)]
    when, value, number = words.cell, words.value, words.number
    for index, point in enumerate(points):
        row = f"<tr><th scope=row>{when(point.when)}<td>{value(point)}"
        if point.denominator is not None:
            row += f"<td>{number(point.numerator)}<td>{number(point.denominator)}"
        elif counted:
            row += "<td><td>"
        if named:
            row += f"<td>{named.get(index, '')}"
        written.append(row)
    return "".join(written)


def _heading(unit, counted, named):
    heads = [_("When"), unit or _("Value")]
    if counted:
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
