"""A chart as a page shows it: a drawing that fills what it stands in, and its numbers beneath."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.translation import get_language

from measures.series import ChartKind, Series

from . import telling
from .chart import Chart, chart_of
from .edges import in_parts, texts
from .frame import HEIGHT
from .plot import field
from .table import rows
from .words import Words, words_of

# Labels of values longer than this need more room beside the field.
_SHORT = 6


@dataclass(frozen=True)
class Drawing:
    """All that a template shows of a series.

    `rows`, those of a table, and `svg` are safe HTML. Without a chart all but `rows` is empty.
    """

    rows: str
    svg: str = ""
    sentence: str = ""
    keys: Sequence[telling.Key] = ()
    signals: Sequence[telling.Key] = ()


def drawing_of(series: Series, kind: ChartKind, name: str) -> Drawing:
    """Return the drawing of a series with points, in the active language."""
    words = words_of(get_language())
    chart = chart_of(series, kind)
    if chart is None:
        return Drawing(rows=rows(series, (), words))
    sentence = telling.sentence(chart, words)
    return Drawing(
        rows=rows(series, chart.signals, words),
        svg=_svg(chart, words, f"{name}: {sentence}"),
        sentence=sentence,
        keys=telling.keys(chart, words),
        signals=telling.signals(chart, words),
    )


def _svg(chart: Chart, words: Words, label: str) -> str:
    frame = chart.frame(words.is_mirrored)
    around = texts(chart, frame, words)
    wide = any(text.name == "v" and len(text.text) > _SHORT for text in around)
    return (
        f'<svg class="plot{" wide" if wide else ""}" role="img" aria-label="{escape(label)}">'
        f'<svg viewBox="0 0 {frame.width} {HEIGHT}" preserveAspectRatio="none">'
        f"{field(chart, frame)}</svg>{''.join(map(in_parts, around))}</svg>"
    )
