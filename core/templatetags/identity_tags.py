"""The installation's own style, and the languages it offers."""

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from core import identity, stylesheet

register = template.Library()


@register.simple_tag
def offered_language():
    """Return the code of the active language, or of the nearest one that readers are offered."""
    return identity.nearest_offered(get_language())


@register.simple_tag(takes_context=True)
def own_style(context):
    """Return the installation's own rules inside a style element, "" where it has none.

    It must come after the design's sheets. The policy of the answer admits it by the hash that
    is left on the request.
    """
    css = identity.current().style
    if not css:
        return ""
    context["request"].own_style_hash = stylesheet.csp_hash(css)
    # Colours in it were parsed and written anew; nothing else comes from a person.
    return mark_safe(f"<style>{css}</style>")  # noqa: S308
