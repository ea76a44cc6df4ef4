"""A chart as a file of its own: SVG that says all that a page says around it but the numbers."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import escape
from django.utils.translation import get_language

from . import telling
from .chart import Chart
from .colours import style
from .edges import in_pixels, texts
from .frame import HEIGHT
from .letters import USUAL, family
from .lines import leading, wrapped
from .paths import dots
from .plot import field
from .words import Words, words_of

# In pixels: letters, the room left of the field for values, above it for the numbers of changes.
_SIZE, _HEAD = 16, 22
_BESIDE, _AROUND, _ABOVE, _BELOW = 100, 30, 45, 40
_SWATCH = 44


@dataclass(frozen=True)
class Caption:
    """What stands around a chart: the `name` above it, and `lines` below its keys."""

    name: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Picture:
    """A drawing and how many pixels it is wide."""

    svg: str
    width: int


class _Sheet:
    """Lines of text set one below the other on a sheet of `width` pixels."""

    def __init__(self, width: int, words: Words, language: str):
        self.width = width
        self.y = 0
        self._words, self._language = words, language
        self._parts = []

    def add(self, svg):
        """Put SVG on the sheet where it says itself."""
        self._parts.append(svg)

    def write(self, text, size=_SIZE, name=""):
        """Set a text, behind the mark that a key of the chart named `name` stands for."""
        indent = _SWATCH if name else 0
        height = size * leading(self._language)
        room = (self.width - 2 * _AROUND - indent) / size
        for number, line in enumerate(wrapped(text, self._language, room)):
            self.y += height
            if name and not number:
                self.add(self._swatch(name))
            self.add(self._line(line, size, indent))

    def _line(self, text, size, indent):
        x, anchor = _AROUND + indent, "start"
        if self._words.is_mirrored:
            x, anchor = self.width - x, "end"
        return (
            f'<text x="{x}" y="{round(self.y)}" font-size="{size}" text-anchor="{anchor}"'
            f' font-family="{family(text, self._language)}">'
            f"{escape(self._words.isolated(text))}</text>"
        )

    def _swatch(self, name):
        x, y = _AROUND, round(self.y - _SIZE / 3)
        if self._words.is_mirrored:
            x = self.width - _AROUND - _SWATCH + 14
        if name == "x":
            frame = dots([(x + 15, y)])
            return f'<path class="x" d="{frame}"/><path class="y" d="{frame}"/>'
        return f'<path class="{name}" d="M{x} {y}h30"/>'

    def svg(self, title, description):
        """Return the whole sheet, on white."""
        height = round(self.y + _AROUND)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" lang="{self._language}"'
            f' width="{self.width}" height="{height}" viewBox="0 0 {self.width} {height}"'
            f' font-family="{USUAL}, sans-serif" role="img">'
            f"<title>{escape(title)}</title><desc>{escape(description)}</desc>"
            f'<style>{style()}</style><rect width="100%" height="100%" fill="#fff"/>'
            f"{''.join(self._parts)}</svg>"
        )


def picture(chart: Chart, caption: Caption) -> Picture:
    """Return a chart in the active language as SVG of a fixed size."""
    language = get_language()
    words = words_of(language)
    frame = chart.frame(words.is_mirrored)
    sheet = _Sheet(frame.width + _BESIDE + 2 * _AROUND, words, language)
    sentence = telling.sentence(chart, words)
    sheet.write(caption.name, _HEAD)
    sheet.add(_placed(chart, frame, language, sheet.y + _ABOVE))
    sheet.y += _ABOVE + HEIGHT + _BELOW
    for key in telling.keys(chart, words):
        sheet.write(f"{key.label} {key.value}", name=key.name)
    for key in telling.signals(chart, words):
        sheet.write(f"{key.label}: {key.value}" if key.value else key.label, name=key.name)
    for number, change in enumerate(chart.series.changes, start=1):
        sheet.write(f"{words.number(Decimal(number))}. {words.when(change.when)}: {change.what}")
    for line in (sentence, *caption.lines):
        sheet.write(line)
    return Picture(sheet.svg(caption.name, sentence), sheet.width)


def _placed(chart, frame, language, y):
    x = _AROUND if frame.mirrored else _AROUND + _BESIDE
    around = "".join(
        in_pixels(text, frame.width, language) for text in texts(chart, frame, words_of(language))
    )
    return f'<g transform="translate({x} {round(y)})">{field(chart, frame)}{around}</g>'
