"""Is the process up, and which of its parts work?"""

import logging

from django.db import DatabaseError, connection
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

logger = logging.getLogger(__name__)

_checks = {}


def register(name, check):
    """Let `check()` answer for one part: "ok", one word for what is wrong with it, or a number."""
    _checks[name] = check


def _database():
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM wagtailcore_site LIMIT 1")
    except DatabaseError as error:
        logger.error("The database does not answer: %s", type(error).__name__)
        return "down"
    return "ok"


@never_cache
@require_safe
def healthz(request):
    """Answer 200 while the process can answer at all."""
    return JsonResponse({"status": "ok"})


@never_cache
@require_safe
def readyz(request):
    """Answer with each part's state: 503 only when pages cannot be served.

    A part that is down while pages are still served, such as a search engine with the
    database standing in for it, leaves the status at 200.
    """
    states = {"database": _database()}
    if states["database"] == "ok":
        states.update({name: check() for name, check in _checks.items()})
    ready = states["database"] == "ok"
    return JsonResponse(
        {"status": "ok" if ready else "down", **states}, status=200 if ready else 503
    )
