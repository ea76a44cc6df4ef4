"""Topic pages: what the library holds about one topic, told from the guide to the outcome."""

import logging

from django.db import DatabaseError
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from core import identity
from core.countries import country_name
from core.languages import direction_of, fallback_chain
from resources.choices import Outcome, ResourceType
from resources.models import Topic
from search import shelves
from search.models import Entry, EntryFacet, FacetValue
from translations.context_processors import state_versions

logger = logging.getLogger(__name__)

NUMBER_OF_EACH = 6
_COLUMNS = ("slug", "name", "description", "sort_order", "locale__language_code")


@require_safe
def topic(request, slug):
    """Answer with the page of a topic; raises Http404 for a slug that no topic has.

    A topic without a name or a description in the reader's language has those of the nearest
    language that has them.
    """
    rows = list(Topic.objects.filter(slug=slug).values(*_COLUMNS))
    named = _nearest_first(rows, get_language())
    if not named:
        raise Http404("There is no topic of this name.")
    state_versions(request, addresses([row["locale__language_code"] for row in rows], slug))
    described = next((row for row in named if row["description"]), None)
    context = {
        "topic": _presented(named[0]),
        "description": described and _presented(described),
        **_story(slug, request),
    }
    return render(request, "home/topic.html", context)


def in_use(language):
    """Return the topics under which readers find something, in the editors' order.

    Each is {"name", "slug", "lang", "dir", "url", …}, named in the first language of the
    reader's chain that has a name for it.
    """
    rows = _nearest_first(filed().values(*_COLUMNS), language)
    best = {row["slug"]: row for row in reversed(rows)}
    ordered = sorted(best.values(), key=lambda row: (row["sort_order"], row["name"]))
    return [_presented(row) for row in ordered]


def filed():
    """Return the topics, in all languages, under which readers find something."""
    rows = EntryFacet.objects.filter(
        facet_value=OuterRef("pk"), entry__in=Entry.objects.current().values("pk")
    )
    values = FacetValue.objects.filter(Exists(rows), name="topic").values("value")
    return Topic.objects.filter(slug__in=values)


def addresses(codes, slug):
    """Return {language code: address} of a topic's page in those of the languages on offer."""
    offered = [language.code for language in identity.offered() if language.code in codes]
    found = {}
    for code in offered:
        with override(code):
            found[code] = reverse("topic", args=[slug])
    return found


def _nearest_first(rows, language):
    """Return the rows in the languages of the reader's chain, the nearest language first."""
    chain = fallback_chain(language)
    known = [row for row in rows if row["locale__language_code"] in chain]
    return sorted(known, key=lambda row: chain.index(row["locale__language_code"]))


def _presented(row):
    language = row["locale__language_code"]
    address = reverse("topic", args=[row["slug"]])
    return {**row, "lang": language, "dir": direction_of(language), "url": address}


def _story(slug, request):
    """Return what the library holds, by part; all empty where the database does not answer."""
    try:
        stock = shelves.stocked(NUMBER_OF_EACH, slug, request, in_tree_order=ResourceType.GUIDE)
        countries = shelves.countries_of(slug)
    except DatabaseError as error:
        logger.error("The resources of a topic cannot be listed: %s", type(error).__name__)
        stock, countries = shelves.Shelves([], {}), []
    return {
        "total": stock.total(),
        "search_url": _search(slug),
        "guides": stock.of_type(ResourceType.GUIDE)[:NUMBER_OF_EACH],
        "syntheses": stock.of_type(ResourceType.SYNTHESIS)[:NUMBER_OF_EACH],
        "tried": _tried(stock),
        "case_studies": stock.of_type(ResourceType.CASE_STUDY)[:NUMBER_OF_EACH],
        "episodes": stock.of_type(ResourceType.PODCAST)[:NUMBER_OF_EACH],
        "countries": [
            {"name": country_name(code), "url": f"{_search(slug)}&country={code}"}
            for code in countries
        ],
    }


def _tried(stock):
    """Return the initiatives by what came of them, each outcome with as much room."""
    initiatives = stock.of_type(ResourceType.INITIATIVE)
    labels = [*Outcome.choices, ("", _("The record does not say"))]
    found = {outcome: [] for outcome, _label in labels}
    for hit in initiatives:
        found[hit.outcome].append(hit)
    return [
        {"outcome": outcome, "label": label, "hits": found[outcome]}
        for outcome, label in labels
        if found[outcome]
    ]


def _search(slug):
    return f"{reverse('search')}?topic={slug}"
