"""What readers see of a record's adoptions, and the form in which they report one."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language, override
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from core.caching import not_kept
from translations.context_processors import state_versions
from translations.versions import nearest_first

from . import limiting, records
from .branches import branches
from .forms import TRAP, AdoptionForm
from .ladder import ladder
from .reading import published_on

PER_PAGE = 50


@require_safe
def adopted(request, key):
    """Answer with all that grew out of a record, by its translation key."""
    page = _record(request, key, "adoptions")
    rows = published_on(key, get_language())
    shown = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "key": key,
        "total": len(rows),
        "rungs": ladder(rows, page.countries),
        "branches": branches(shown.object_list),
        "page_links": _links(shown),
    }
    return not_kept(render(request, "adoptions/adopted.html", context))


# What `_taken` refuses comes back in the form, where the middleware would answer without it.
@csrf_exempt
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def report(request, key):
    """Show the form, or take a report; what cannot be taken comes back as it was typed."""
    page = _record(request, key, "adoptions_report")
    if request.method != "POST":
        start = {"adapted_from": request.GET.get("from")}
        form = AdoptionForm(record_key=key, initial=start)
        return not_kept(_form(request, page, key, form))
    form = AdoptionForm(request.POST, record_key=key)
    answer = _taken(request, key, form)
    if answer.status_code != HTTPStatus.FOUND:
        answer = _form(request, page, key, form, answer.status_code)
    # It may name a facility that is to stay anonymous, and people share phones.
    add_never_cache_headers(answer)
    return answer


def _form(request, page, key, form, status=HTTPStatus.OK):
    context = {
        "page": page,
        "key": key,
        "form": form,
        "too_many": status == HTTPStatus.TOO_MANY_REQUESTS,
        "is_expired": status == HTTPStatus.FORBIDDEN,
        "trap": TRAP,
    }
    return render(request, "adoptions/report.html", context, status=status)


@csrf_protect
def _taken(request, key, form):
    """Keep a report and answer with the way to the thanks, or with a status that says why not."""
    if not form.is_valid():
        return HttpResponse(status=HTTPStatus.OK)
    if limiting.is_one_too_many(request):
        return HttpResponse(status=HTTPStatus.TOO_MANY_REQUESTS)
    form.instance.language = get_language()
    form.save()
    return redirect("adoptions_thanks", key)


@require_safe
def thanks(request, key):
    """Answer a reader whose report has been taken."""
    page = _record(request, key, "adoptions_thanks")
    return not_kept(render(request, "adoptions/thanks.html", {"page": page, "key": key}))


def _record(request, key, name):
    """Return the version of a record that is nearest to the reader; raises Http404 for none."""
    versions = records.public_versions(key)
    if not versions:
        raise Http404("There is no record of this key that readers may see.")
    addresses = {}
    for code in versions:
        with override(code):
            addresses[code] = reverse(name, args=[key])
    state_versions(request, addresses)
    return nearest_first(versions, get_language())[0]


def _links(shown):
    previous = shown.has_previous() and f"?page={shown.previous_page_number()}"
    return {
        "number": shown.number,
        "count": shown.paginator.num_pages,
        "previous": previous,
        "next": shown.has_next() and f"?page={shown.next_page_number()}",
    }
