"""Results as templates and JSON show them: links that keep the reader's state."""

from dataclasses import replace
from urllib.parse import urlencode

from fit.setting import Setting

from .asking import BY_FIT, FACETS, SearchRequest
from .parsing import clean
from .query import SearchResults


def page_context(request: SearchRequest, results: SearchResults) -> dict:
    """Return the context of a page of results; every link is relative to the page's address."""
    return {
        "results": results,
        "query": clean(request.text),
        "facets": sorted(results.facets, key=_is_no_choice_of_languages),
        "active_filters": _active_filters(request, results),
        "fit": _fit(request),
        "page_links": {
            "number": results.page,
            "count": results.num_pages,
            "previous": _page_url(request, results.page - 1) if results.page > 1 else None,
            "next": _page_url(request, results.page + 1)
            if results.page < results.num_pages
            else None,
        },
        "did_you_mean": _did_you_mean(request, results),
    }


def as_json(results: SearchResults) -> dict:
    """Return the results in the shape that `format=json` promises."""
    return {
        "total": results.total,
        "results": [
            {
                "id": hit.id,
                "type": hit.type,
                "title": hit.title,
                "url": hit.url,
                "language": hit.language,
                "is_outdated": hit.is_outdated,
                "highlight": hit.highlight,
            }
            for hit in results.hits
        ],
        "facets": {
            facet.name: [
                {"value": option.value, "label": option.label, "count": option.count}
                for option in facet.options
            ]
            for facet in results.facets
        },
        "suggestion": results.suggestion,
    }


def _fit(request):
    """Return what the form of filters carries along for a sort by fit, and the way out of it.

    `asked` is what the form of a setting is to carry along.
    """
    usual = replace(request, setting=Setting())
    return {
        "carried": _sort(request),
        "usual_url": _address(usual, usual.filters),
        "asked": _address(request, request.filters).lstrip("?"),
    }


def _sort(request):
    return [("sort", BY_FIT), *request.setting.parameters()] if request.setting else []


def _is_no_choice_of_languages(facet):
    """Return False for the one facet that goes first: which languages to read, if there are two."""
    return not (facet.name == "language" and len(facet.options) > 1)


def _did_you_mean(request, results):
    """Return the address of the same question in another spelling, "" where there is none."""
    if not results.suggestion:
        return ""
    return _address(replace(request, text=results.suggestion), request.filters)


def _active_filters(request, results):
    return [
        {
            "name": facet.name,
            "value": option.value,
            "label": option.label,
            "lang": option.lang,
            "dir": option.dir,
            "remove_url": _address(request, _without(request.filters, facet.name, option.value)),
        }
        for facet in results.facets
        for option in facet.options
        if option.checked
    ]


def _without(filters, name, value):
    left = tuple(kept for kept in filters[name] if kept != value)
    return {**filters, name: left}


def _page_url(request, number):
    return _address(request, request.filters, number)


def _address(request, filters, page=1):
    pairs = [("q", text)] if (text := clean(request.text)) else []
    pairs += [(name, value) for name in FACETS for value in filters.get(name, ())]
    pairs += _sort(request)
    if page > 1:
        pairs.append(("page", page))
    return "?" + urlencode(pairs)
