"""The sections in the head of every page."""

from django.core.cache import cache
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)

from core.languages import CONTENT_LANGUAGES
from core.site_roots import root_path

# Signals clear it at once; the time limit mends what a write past the signals has left.
_SECONDS = 300


def _key(language):
    return f"core.navigation.{language}"


def _read(language, request):
    home = root_path(language, request)
    if home is None:
        return []
    sections = (
        Page.objects.live()
        .public()
        .in_menu()
        .filter(depth=3, url_path__startswith=home, locale__language_code=language)
        .order_by("path")
    )
    return [{"title": page.title, "url": page.get_url(request)} for page in sections]


def items(request):
    """Return the sections of the reader's language as a list of {"title", "url", "current"}."""
    language = get_language()
    found = cache.get(_key(language))
    if found is None:
        found = _read(language, request)
        cache.set(_key(language), found, _SECONDS)
    return [{**item, "current": request.path.startswith(item["url"])} for item in found]


def forget(**kwargs):
    """Clear what is kept, as a receiver of the signals that change the tree."""
    cache.delete_many([_key(language.code) for language in CONTENT_LANGUAGES])


def connect():
    """Keep the sections true while pages are published, moved, renamed or taken away."""
    for signal in (page_published, page_unpublished, post_page_move, page_slug_changed):
        signal.connect(forget, dispatch_uid="core.navigation.forget")
