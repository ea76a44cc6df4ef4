"""JSON-LD in the words of https://schema.org, for a script element."""

import json

from django.conf import settings
from django.utils.safestring import mark_safe

from resources.citations.work import address_of

from .works import resource, show

_SCHEMA = "https://schema.org"
# Signs that would end the script element, or a line of JavaScript.
_ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}


def of_resource(page, trail):
    """Return the description of a resource and of the way to it.

    `trail` is the pages above it as [{"title", "url"}].
    """
    return _script([resource(page), _breadcrumbs(page, trail)])


def of_show(page, trail):
    """Return the description of a podcast and of the way to its page."""
    return _script([show(page), _breadcrumbs(page, trail)])


def _script(things):
    graph = {"@context": _SCHEMA, "@graph": things}
    # Every sign of markup is escaped, so the text is safe as it stands.
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return mark_safe(text.translate(_ESCAPES))  # noqa: S308


def _breadcrumbs(page, trail):
    steps = [
        *({"title": step["title"], "url": settings.SITE_URL + step["url"]} for step in trail),
        {"title": page.title, "url": address_of(page)},
    ]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": number,
                "name": step["title"],
                "item": {"@type": "WebPage", "@id": step["url"]},
            }
            for number, step in enumerate(steps, start=1)
        ],
    }
