"""Template tags of the improvement record."""

from babel.numbers import format_percent
from django import template
from django.utils.translation import get_language

from core.languages import direction_of
from measures.drawing.words import words_of
from measures.pareto import bars
from resources.charts import links_to

register = template.Library()

_TEXTS = ("numerator", "denominator", "collected")


@register.simple_tag
def chart_files(page, measure):
    """Return the files in which the points of a measure, and its chart, can be had."""
    return links_to(page, measure)


@register.simple_tag
def measure_facts(measure):
    """Return what is said of a measure besides its points as (label, text), in order."""
    facts = [("kind", _chosen(measure, "kind")), *((name, measure[name]) for name in _TEXTS)]
    if measure["goal"] is not None:
        goal = words_of(get_language()).number(measure["goal"])
        facts.insert(-1, ("goal", " ".join(filter(None, (goal, measure["unit"])))))
    blocks = measure.block.child_blocks
    return [(blocks[name].label, text) for name, text in facts if text]


def _chosen(measure, name):
    choices = dict(measure.block.child_blocks[name].field.choices)
    return choices.get(measure[name], "")


@register.simple_tag
def pareto_rows(counts):
    """Return the causes that were counted, the most frequent first, each with its `bar`.

    `width` and `start` of what is drawn are parts of a hundred, `cumulative` is text.
    """
    language = get_language()
    found = bars((each["cause"], each["count"]) for each in counts)
    most = max((bar.count for bar in found), default=0) or 1
    rows = []
    for bar in found:
        width = round(100 * bar.count / most)
        cumulative = format_percent(
            float(bar.cumulative), locale=language, numbering_system="default"
        )
        start = 100 - width if direction_of(language) == "rtl" else 0
        rows.append({"bar": bar, "width": width, "start": start, "cumulative": cumulative})
    return rows
