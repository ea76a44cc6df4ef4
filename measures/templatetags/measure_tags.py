"""Template tags that draw what was measured."""

from django import template
from django.utils.translation import get_language

from measures.drawing.page import drawing_of
from measures.drawing.words import words_of

register = template.Library()


@register.inclusion_tag("measures/chart.html", takes_context=True)
def chart(context, measure):
    """Show the points of a measure of a stream: a chart where one is asked for, and a table.

    The page is the `page` of the context. A measure without points shows nothing.
    """
    value = measure.value
    series = value.series
    drawing = drawing_of(series, value.chart_kind) if series.points else None
    return {
        "measure": measure,
        "changes": value["changes"],
        "drawing": drawing,
        "name": value["name"],
        "page": context.get("page"),
    }


@register.filter
def point_time(text):
    """Return the time of a point as the active language writes it."""
    return words_of(get_language()).when(text)
