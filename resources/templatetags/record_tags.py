"""Template tags of the improvement record."""

from django import template
from django.utils.translation import get_language

from measures.drawing.words import words_of
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
