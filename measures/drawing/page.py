"""A chart as a page shows it: a drawing that fills what it stands in, and its numbers beneath."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import get_language

from measures.series import ChartKind, Series

from . import telling
from .chart import chart_of
from .edges import in_parts, texts
from .frame import HEIGHT
from .plot import field
from .table import rows
from .words import words_of

# Labels of values longer than this need more room beside the field.
_SHORT = 6
_ROWS_ON_PAPER = 60
_SECONDS = 3600


@dataclass(frozen=True)
class Drawing:
    """All that a template shows of a series but its name.

    `rows`, those of a table, and `svg`, what the drawing consists of, are safe HTML. Without a
    chart all but `rows` is empty. `is_short` tells whether the table fits a sheet of paper,
    `is_wide` whether the labels of values need more room.
    """

    rows: str
    is_short: bool
    svg: str = ""
    is_wide: bool = False
    sentence: str = ""
    keys: Sequence[telling.Key] = ()
    signals: Sequence[telling.Key] = ()


def drawing_of(series: Series, kind: ChartKind) -> Drawing:
    """Return the drawing of a series with points, in the active language.

    It is kept for a while: rules and limits are exact, and take longer than the rest of a page.
    """
    key = _key(series, kind)
    found = cache.get(key)
    if found is None:
        found = _drawn(series, kind)
        cache.set(key, found, _SECONDS)
    return found


def _key(series, kind):
    points = (f"{p.when}|{p.value}|{p.numerator}|{p.denominator}" for p in series.points)
    changes = (change.when for change in series.changes)
    others = (series.unit, series.baseline, series.goal, series.per)
    lines = (get_language(), kind, *map(str, others), *points, *changes)
    return "chart-" + hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _drawn(series, kind):
    words = words_of(get_language())
    chart = chart_of(series, kind)
    is_short = len(series.points) <= _ROWS_ON_PAPER
    if chart is None:
        return Drawing(rows(series, (), words), is_short)
    frame = chart.frame(words.is_mirrored)
    around = texts(chart, frame, words)
    return Drawing(
        rows=rows(series, chart.signals, words),
        is_short=is_short,
        svg=(
            f'<svg viewBox="0 0 {frame.width} {HEIGHT}" preserveAspectRatio="none">'
            f"{field(chart, frame)}</svg>{''.join(map(in_parts, around))}"
        ),
        is_wide=any(text.name == "v" and len(text.text) > _SHORT for text in around),
        sentence=telling.sentence(chart, words),
        keys=telling.keys(chart, words),
        signals=telling.signals(chart, words),
    )
