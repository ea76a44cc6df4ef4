"""Finding the page of an address, under its own language only."""

from django.db.models import F, OuterRef, Q, Subquery
from django.http import Http404
from django.shortcuts import redirect
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_request
from django.utils.translation.trans_real import parse_accept_lang_header
from wagtail import views as wagtail_views
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from core.languages import SOURCE_LANGUAGE, fallback_chain
from core.site_roots import root_path
from core.visibility import not_expired, public_pages
from translations.differences.comparison import comparison
from translations.differences.marks import tell
from translations.models import Status, Version

_TOLD = [Status.OUTDATED, Status.ADAPTED, Status.MACHINE]


def find_page(request, path):
    """Return the live page at `path` (behind the language) in the active language, or None.

    One query finds it and one reads it, however deep it lies. A language's home stands for
    no other: without a Hindi page at an address, nothing is found there in Hindi, and an alias
    that Wagtail has put there shows another language's text, so it is not found either.
    """
    language = get_language()
    root = root_path(language, request)
    if root is None:
        return None
    inner = "".join(f"{part}/" for part in path.split("/") if part)
    found = (
        Page.objects.live()
        .filter(not_expired(), url_path=root + inner, locale__language_code=language)
        .filter(Q(alias_of=None) | Q(alias_of__locale=F("locale")))
        .annotate(told_version=Subquery(_versions_to_tell_of().values("pk")[:1]))
        .select_related("locale")
        .first()
    )
    if found is None:
        return None
    page = found.specific
    page.locale = found.locale
    page.told_version = found.told_version
    return page


def _versions_to_tell_of():
    """Return the versions that readers are told something of, for a subquery of pages."""
    return Version.objects.filter(
        content_type=OuterRef("content_type"),
        object_id=OuterRef("pk"),
    ).filter(Q(state__status__in=_TOLD) | Q(adaptation__isnull=False))


def serve(request, path=""):
    """Serve the page at an address, as `wagtail.views.serve` does, its differences marked.

    Raises Http404 where the active language has no live page there.
    """
    page = find_page(request, path)
    if page is None:
        raise Http404("There is no page at this address in this language.")
    request._wagtail_route_for_request = RouteResult(page)
    if page.told_version:
        if "compare" in request.GET and (answer := comparison(request, page, page.told_version)):
            return answer
        tell(page, page.told_version)
    return wagtail_views.serve(request, path)


def _wished(request):
    """Yield the codes of the languages that a device asks for, each with what stands in for it."""
    asked = parse_accept_lang_header(request.headers.get("Accept-Language", "").lower())
    codes = (code.split("-")[0] for code, _weight in asked)
    for code in (get_language_from_request(request), *codes):
        yield code
        yield from (each for each in fallback_chain(code) if each != SOURCE_LANGUAGE)


def choose_language(request):
    """Lead from "/" to the home page nearest to the languages that the reader's device asks for.

    Only languages with a live home are chosen from; raises Http404 when there is none.
    """
    homes = set(
        public_pages(Page.objects.filter(depth=2)).values_list("locale__language_code", flat=True)
    )
    choice = next((code for code in (*_wished(request), SOURCE_LANGUAGE) if code in homes), None)
    if choice is None:
        raise Http404("The hub has no home page yet.")
    response = redirect(f"/{choice}/")
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response
