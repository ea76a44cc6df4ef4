"""Which requests may be a reader's: those that are worth counting."""

import re

from django.conf import settings

_MACHINE = re.compile("bot|crawl|spider|slurp|preview|curl|wget|python|^$", re.I)


def by_a_reader(request):
    """Tell whether this may be a reader: no machine that says so, and nobody signed in."""
    return (
        request.method == "GET"
        and "prefetch" not in request.headers.get("Sec-Purpose", "")
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and not _MACHINE.search(request.headers.get("User-Agent", ""))
    )
