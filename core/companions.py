"""A slot: what upper apps show beside a page that they know more about than it does itself.

Such as who took a change up elsewhere, or whether it would work where the reader is.
"""

_providers = {}


def register(place, provider):
    """Let `provider(request, page) -> str` add safe HTML at a place of pages.

    Places are "before" and "after" the story of a resource, and "section" at the head of a list.
    A provider that has nothing to say of a page returns "".
    """
    _providers.setdefault(place, []).append(provider)


def beside(place, request, page):
    """Return the HTML of all providers of a place, in the order in which the apps are ready."""
    return [html for provider in _providers.get(place, ()) if (html := provider(request, page))]
