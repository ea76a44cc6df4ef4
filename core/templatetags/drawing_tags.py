"""Template tags of components that many pages show alike, each drawn once in each process.

A page of results has some hundred of them: drawn anew they took half of its time.
"""

from functools import lru_cache

from django import template
from django.template.loader import render_to_string
from django.utils.html import format_html_join
from django.utils.translation import get_language

from .core_tags import cldr_number

register = template.Library()


@register.simple_tag
def icon(name):
    """Return the icon of a type of resource or of an action."""
    return _drawn("components/icon.html", name=name)


@register.simple_tag
def outcome_pill(outcome, label):
    """Return how an initiative ended, as a mark and `label`."""
    return _drawn("components/outcome.html", outcome=outcome, label=label, spoken=get_language())


@register.simple_tag
def facet_options(name, options):
    """Return the options of the facet `name`, each a box to tick with its label and count."""
    language = get_language()
    rows = ((_choice(name, each), _number(each.count, language)) for each in options)
    return format_html_join("\n", '<label>{}<span class="quiet">{}</span></label>', rows)


def _choice(name, option):
    """Return an option without its count: questions differ in counts, and share the choices."""
    return _drawn(
        "components/facet_choice.html",
        name=name,
        value=option.value,
        label=option.label,
        checked=option.checked,
        lang=option.lang,
        dir=option.dir,
    )


@lru_cache(maxsize=4096)
def _number(count, language):
    """Return a number as `language`, which is the active one, writes it."""
    return cldr_number(count)


@lru_cache(maxsize=4096)
def _drawn(template_name, **context):
    """Return a component that depends on nothing but `context`."""
    return render_to_string(template_name, context)
