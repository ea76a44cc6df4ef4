"""Template tags that draw what was measured."""

from django import template
from django.utils.translation import get_language

from measures.drawing.page import drawing_of
from measures.drawing.words import words_of

register = template.Library()


@register.inclusion_tag("measures/chart.html")
def chart(measure, files=()):
    """Show the points of a measure of a stream: a chart where one suits, its numbers, changes.

    `files` are offered beneath, as {"name", "url", "is_drawn"}: those that are drawings only
    beside a chart. A measure without points shows its changes alone.
    """
    value = measure.value
    series = value.series
    drawing = drawing_of(series, value.chart_kind) if series.points else None
    return {
        "changes": value["changes"],
        "drawing": drawing,
        "files": [file for file in files if drawing and (drawing.svg or not file["is_drawn"])],
        "name": value["name"],
    }


@register.filter
def point_time(text):
    """Return the time of a point as the active language writes it."""
    return words_of(get_language()).when(text)
