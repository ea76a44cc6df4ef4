"""What the frame of every page needs to know."""

from functools import partial

from django.conf import settings
from django.utils.translation import get_language

from core import identity, navigation
from core.languages import direction_of


def shell(request):
    """Return the name and brand, the sections, and the page's trail, direction and address."""
    return {
        "site_name": identity.name(),
        "brand": {
            "name": identity.wording(),
            "note": identity.note(),
            "logo": identity.current().logo,
        },
        "nav_items": partial(navigation.items, request),
        "breadcrumbs": partial(navigation.trail, request),
        "text_direction": direction_of(get_language()),
        "canonical_url": settings.SITE_URL + request.path,
    }
