"""What a record reports of its measures: the source's numbers, words in the reader's language."""

import re
from dataclasses import dataclass

from django.utils.translation import get_language

from core.languages import direction_of
from measures.drawing.words import words_of

_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class Text:
    """A text and the language that it is in."""

    text: str
    language: str

    @property
    def direction(self):
        """Return "ltr" or "rtl"."""
        return direction_of(self.language)


@dataclass(frozen=True)
class Effect:
    """One measure of a record: its name, and the (what, number) that were printed, in order."""

    name: Text
    reported: tuple[tuple[Text, Text], ...]


def effects_of(source, shown) -> list[Effect]:
    """Return an `Effect` for each measure of the page `source` with a number.

    `shown` is the same page in the nearest language to the reader's. Its words are taken as long
    as they have the numbers of the source. Of points that were printed, the first and the last
    stand for the others, before what was printed without points.
    """
    words = _Words(source, shown)
    found = (_effect(child, words) for child in source.measures)
    return [effect for effect in found if effect.reported]


class _Words:
    """Finds what the shown version says at the place of a text of the source."""

    def __init__(self, source, shown):
        self.source = source.locale.language_code
        self._language = shown.locale.language_code
        self._shown = {child.id: child.value for child in shown.measures}

    def of(self, child, *path):
        """Return the `Text` at `path` of a measure: names of fields and keys of list items."""
        here, there = _at(child.value, path), _at(self._shown.get(child.id), path)
        if there and _numbers(there) == _numbers(here):
            return Text(there, self._language)
        return Text(here or "", self.source)


def _at(value, path):
    for name in path:
        if isinstance(name, tuple):
            rows, key = name
            items = value[rows].bound_blocks if value else ()
            value = next((item.value for item in items if item.id == key), None)
        else:
            value = value[name] if value else None
    return value


def figures_of(page) -> list[str]:
    """Return all numbers of a page's measures as they were entered, in their order."""
    measures = [child.value for child in page.measures]
    return [
        text
        for measure in measures
        for text in (
            *(str(point.value) for point in measure.series.points),
            *(each["value"] for each in measure["reported"]),
        )
    ]


def _effect(child, words):
    rows = [("reported", item.id) for item in child.value["reported"].bound_blocks]
    reported = [(words.of(child, row, "what"), words.of(child, row, "value")) for row in rows]
    return Effect(words.of(child, "name"), (*_ends(child, words), *reported))


def _ends(child, words):
    points = child.value.series.points
    unit = words.of(child, "unit")
    return [_of_point(point, unit, words) for point in dict.fromkeys((*points[:1], *points[-1:]))]


def _of_point(point, unit, words):
    spoken = get_language() or words.source
    written = words_of(spoken)
    when, number = written.when(point.when), written.value(point)
    gap = "" if unit.text in ("", "%") else "\u00a0"
    # A name that no language writes otherwise stands as it was entered.
    when_in = words.source if when == point.when else spoken
    return Text(when, when_in), Text(f"{number}{gap}{unit.text}", unit.language)


def _numbers(text):
    """Return the numbers in a text, whatever the script of their digits."""
    return [int(run) for run in _NUMBER.findall(text)]
