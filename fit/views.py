"""A reader states a setting, and sees how one resource stands to it.

The setting comes with each address and is kept nowhere but in the reader's browser.
"""

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from .asking import questions
from .comparing import compare
from .criteria import CRITERIA
from .records import compared_page, facts_of
from .setting import MOST_VALUES, from_parameters

_OWN = {"next", "sort", "page", *(each.parameter for each in CRITERIA.values())}


@require_safe
def setting(request):
    """Ask for a setting; the form leads to search, or to the list that `next` is the path of.

    What was asked and filtered there comes along.
    """
    there = request.GET.get("next", "")
    if not there.startswith("/") or not url_has_allowed_host_and_scheme(there, None):
        there = reverse("search")
    carried = [
        (name, value)
        for name, values in request.GET.lists()
        if name not in _OWN
        for value in values
    ]
    context = {"action": there, "carried": [("sort", "fit"), *carried[:MOST_VALUES]]}
    return _page(request, context)


@require_safe
def record(request, page_id):
    """Ask for a setting, and show how a resource stands to it; 404 where there is none."""
    page = _compared(page_id)
    return _page(request, {"page_compared": page, "reasons": _reasons(request, page)})


@require_safe
def reasons(request, page_id):
    """Answer with how a resource stands to a setting, as a piece of a page."""
    page = _compared(page_id)
    context = {"page_compared": page, "reasons": _reasons(request, page)}
    return _not_kept(render(request, "fit/reasons.html", context))


def _compared(page_id):
    page = compared_page(page_id, get_language())
    if page is None:
        raise Http404
    return page


def _reasons(request, page):
    stated = from_parameters(request.GET)
    return compare(stated, facts_of(page)) if stated else []


def _page(request, context):
    asked = questions(from_parameters(request.GET), get_language())
    return _not_kept(render(request, "fit/setting.html", {**context, "questions": asked}))


def _not_kept(response):
    """Let no cache keep what a reader states."""
    patch_cache_control(response, private=True, no_store=True)
    return response
