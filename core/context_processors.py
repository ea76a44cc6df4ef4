"""What the frame of every page needs to know."""

from functools import partial

from django.conf import settings
from django.utils.translation import get_language

from core import navigation
from core.languages import direction_of


def shell(request):
    """Return the site's name, its sections, and the page's trail, direction and address."""
    return {
        "site_name": settings.WAGTAIL_SITE_NAME,
        "nav_items": partial(navigation.items, request),
        "breadcrumbs": partial(navigation.trail, request),
        "text_direction": direction_of(get_language()),
        "canonical_url": settings.SITE_URL + request.path,
    }
