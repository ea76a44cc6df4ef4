"""The sections of each language: in the head of every page, and on the way to a resource."""

from django.core.cache import cache
from django.db.models.signals import post_delete, post_save
from django.utils.translation import get_language
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from core.languages import CONTENT_LANGUAGES
from core.site_roots import root_path
from core.visibility import public_pages

# Signals clear it at once; the time limit mends what a write past the signals has left.
_SECONDS = 300
_DEPTH_OF_HOME = 2


def _key(language):
    return f"core.navigation.{language}"


def _read(language, request):
    root = root_path(language, request)
    if root is None:
        return []
    pages = Page.objects.filter(
        depth__in=(_DEPTH_OF_HOME, _DEPTH_OF_HOME + 1),
        url_path__startswith=root,
        locale__language_code=language,
    )
    return [
        {
            "title": page.title,
            "url": page.get_url(request),
            "is_home": page.depth == _DEPTH_OF_HOME,
            "in_menu": page.show_in_menus,
        }
        for page in public_pages(pages).order_by("path")
    ]


def _kept(language, request=None):
    found = cache.get(_key(language))
    if found is None:
        found = _read(language, request)
        cache.set(_key(language), found, _SECONDS)
    return found


def _sections(request):
    """Return the sections of the reader's language, kept in the cache and on the request."""
    if not hasattr(request, "_sections"):
        request._sections = _kept(get_language(), request)
    return request._sections


def section_of(url, language):
    """Return the section of a language that an address stands in, as {"title", "url"}.

    None where readers may not see the section. No query while the sections are in the cache.
    """
    return next((item for item in sections(language) if url.startswith(item["url"])), None)


def sections(language):
    """Return the sections of a language that readers may see, as [{"title", "url"}].

    No query while they are in the cache.
    """
    return [item for item in _kept(language) if not item["is_home"]]


def items(request):
    """Return the sections of the menu in the reader's language: {"title", "url", "current"}."""
    return [
        {**item, "current": request.path.startswith(item["url"])}
        for item in _sections(request)
        if item["in_menu"] and not item["is_home"]
    ]


def trail(request):
    """Return the pages above the one at the request's address, the home page first.

    The tree is three levels deep (home, section, resource), so these are at most two; each
    is {"title", "url"}.
    """
    return [
        {"title": item["title"], "url": item["url"]}
        for item in _sections(request)
        if request.path.startswith(item["url"]) and request.path != item["url"]
    ]


def forget(**kwargs):
    """Clear what is kept, as a receiver of the signals that change the tree."""
    cache.delete_many([_key(language.code) for language in CONTENT_LANGUAGES])


def connect():
    """Keep the sections true while pages are published, moved, renamed or taken away."""
    from core.models import SiteIdentity

    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(forget, dispatch_uid="core.navigation.forget")
    for signal in (post_save, post_delete):
        signal.connect(forget, PageViewRestriction, dispatch_uid="core.navigation.forget")
    post_save.connect(forget, SiteIdentity, dispatch_uid="core.navigation.forget_languages")
    post_delete.connect(forget, Page, dispatch_uid="core.navigation.forget_deleted")
