"""The search page and its suggestions."""

import logging

from django.db import DatabaseError
from django.http import JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from core.caching import not_kept

from . import asking, query
from .counting import count_asked
from .parsing import clean
from .presenting import as_json, page_context
from .suggestions import suggest

logger = logging.getLogger(__name__)


@require_safe
def search(request):
    """Answer a search as a page, or as JSON for `format=json`.

    Unknown or broken parameters are passed over. When search itself cannot answer, the reader
    is told so, with ways to go on (status 503).
    """
    wants_json = request.GET.get("format") == "json"
    search_request = asking.from_parameters(request.GET, get_language())
    try:
        results = query.run(search_request)
    except DatabaseError as error:
        logger.error("Search does not answer: %s", type(error).__name__)
        return _unavailable(request, search_request, wants_json)
    if wants_json:
        response = JsonResponse(as_json(results), json_dumps_params={"ensure_ascii": False})
    else:
        response = render(request, "search/search.html", page_context(search_request, results))
        count_asked(request, search_request, results)
    return not_kept(response)


@require_safe
def search_suggest(request):
    """Answer with what a reader may be typing, as JSON."""
    try:
        found = suggest(request.GET.get("q", ""), get_language())
    except DatabaseError as error:
        logger.error("Suggestions do not answer: %s", type(error).__name__)
        return JsonResponse({"suggestions": []}, status=503)
    suggestions = [{"text": s.text, "language": s.language, "kind": s.kind} for s in found]
    brief = {"ensure_ascii": False, "separators": (",", ":")}
    return not_kept(JsonResponse({"suggestions": suggestions}, json_dumps_params=brief))


def _unavailable(request, search_request, wants_json):
    if wants_json:
        response = JsonResponse({"error": "unavailable"}, status=503)
    else:
        context = {"query": clean(search_request.text)}
        response = render(request, "search/unavailable.html", context, status=503)
    response["Retry-After"] = "60"
    return not_kept(response)
