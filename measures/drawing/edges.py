"""What stands at the edges of a chart's field: values, times and the numbers of changes."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import escape

from .chart import Chart
from .frame import HEIGHT, Frame
from .letters import family
from .words import Words

# Times that a wide field has room for, and every other one of them a phone.
_TIMES = 5
_LONGEST = 14
# Parts of the width: how near to an edge a time is cut off, and numbers stand on one another.
_EDGE = 0.1
_CLOSE = 0.06


@dataclass(frozen=True)
class Text:
    """A text at a place of the field, in parts of its width and height, moved by so many pixels.

    `anchor` is the end of the text that lies there: "start" is its left one in every script.
    """

    x: float
    y: float
    dx: int
    dy: int
    anchor: str
    name: str
    text: str


def texts(chart: Chart, frame: Frame, words: Words) -> list[Text]:
    """Return all texts around the field of a chart."""
    return [*_values(frame, words), *_times(chart, frame, words), *_numbers(chart, frame, words)]


def _values(frame, words):
    heights = frame.ys(frame.ticks)
    x, dx, anchor = (1, 8, "start") if frame.mirrored else (0, -8, "end")
    return [
        Text(x, y / HEIGHT, dx, 5, anchor, "v", words.number(tick))
        for tick, y in zip(frame.ticks, heights, strict=True)
    ]


def _times(chart, frame, words):
    shown = sorted({round((frame.count - 1) * part / (_TIMES - 1)) for part in range(_TIMES)})
    for order, index in enumerate(shown):
        name = "t w" if order % 2 else "t"
        text = words.when(chart.series.points[index].when)
        if len(text) > _LONGEST:
            text = f"{text[: _LONGEST - 1].rstrip()}…"
        x = frame.x(index) / frame.width
        yield Text(x, 1, 0, 22, _anchor(x), name, words.isolated(text))


def _anchor(x):
    """Keep a time near an edge within the field."""
    if _EDGE < x < 1 - _EDGE:
        return "middle"
    return "start" if x < _EDGE else "end"


def _numbers(chart, frame, words):
    """Yield the numbers of changes above the field, in two rows where they stand close."""
    before, row = None, 0
    for index, numbers in chart.marks():
        x = frame.before(index) / frame.width
        row = 1 - row if before is not None and abs(x - before) < _CLOSE else 0
        before = x
        text = " ".join(words.number(Decimal(number)) for number in numbers)
        yield Text(x, 0, 0, -6 - 15 * row, "middle", "n", text)


def in_parts(text: Text) -> str:
    """Return a text as SVG where the field takes the size of what it stands in."""
    x, y = f"{round(text.x * 100, 1):g}%", f"{round(text.y * 100, 1):g}%"
    moved = f' dx="{text.dx}"' if text.dx else ""
    return _written(text, f'x="{x}" y="{y}" dy="{text.dy}"{moved}')


def in_pixels(text: Text, width: int, language: str) -> str:
    """Return a text as SVG where the field has `width` by HEIGHT pixels, in letters of its own."""
    x, y = round(text.x * width) + text.dx, round(text.y * HEIGHT) + text.dy
    return _written(text, f'x="{x}" y="{y}" font-family="{family(text.text, language)}"')


def _written(text, attributes):
    anchor = "" if text.anchor == "middle" else f' text-anchor="{text.anchor}"'
    return f'<text class="{text.name}" {attributes}{anchor}>{escape(text.text)}</text>'
