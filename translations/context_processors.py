"""The language switcher and the alternates of every page."""

from functools import partial

from django.conf import settings
from django.utils.translation import get_language

from core import identity
from translations.versions import live_versions


def languages(request):
    """Return `languages` for the switcher and `alternates` for hreflang, both read on use."""
    return {
        "languages": partial(_switcher, request),
        "alternates": partial(_alternates, request),
    }


def state_versions(request, addresses):
    """Let a view that serves no page of the tree say in which languages its page exists.

    `addresses` is {language code: address}; in languages that are not there it does not exist.
    """
    request._language_versions = addresses
    request._versions_are_stated = True


def _versions(request):
    """Return {language code: address} of the page that is being served; read once a request."""
    if not hasattr(request, "_language_versions"):
        route = getattr(request, "_wagtail_route_for_request", None)
        pages = live_versions(route[0]) if route else {}
        request._language_versions = {code: page.get_url(request) for code, page in pages.items()}
    return request._language_versions


def _switcher(request):
    versions = _versions(request)
    is_everywhere = not versions and _is_tool(request)
    address = _behind_the_language(request, with_query=is_everywhere)
    return [
        {
            "code": language.code,
            "name": language.name,
            "dir": language.direction,
            "url": versions.get(language.code, f"/{language.code}/{address}"),
            "exists": is_everywhere or language.code in versions,
            "current": language.code == get_language(),
        }
        for language in identity.offered()
    ]


def _is_tool(request):
    """Return whether a view answers that is no page, such as search: it speaks every language."""
    match = request.resolver_match
    stated = getattr(request, "_versions_are_stated", False)
    return not stated and match is not None and match.url_name != "wagtail_serve"


def _behind_the_language(request, with_query):
    """Return what follows the language in the address; what a reader asks for goes along."""
    address = request.get_full_path() if with_query else request.path
    return address.split("/", 2)[-1] if request.path.count("/") > 1 else ""


def _alternates(request):
    return [
        {"lang": code, "url": settings.SITE_URL + url} for code, url in _versions(request).items()
    ]
