"""What the home page leads to."""

import logging

from django.db import DatabaseError
from django.urls import reverse
from django.utils.translation import get_language

from core.languages import direction_of, fallback_chain
from core.visibility import public_pages
from resources.models import LibraryPage, Topic
from search import query
from search.asking import SearchRequest

logger = logging.getLogger(__name__)

NUMBER_OF_LATEST = 6


def of_home(page, request):
    """Return the template context of a home page: `sections`, `topics` and `latest`."""
    language = get_language()
    return {
        "sections": _sections(page, request),
        "topics": _topics(language),
        "latest": _latest(language, request),
    }


def _sections(page, request):
    sections = public_pages(LibraryPage.objects.child_of(page)).order_by("path")
    return [
        {
            "title": section.title,
            "url": section.get_url(request),
            "summary": section.introduction,
            "holds": section.holds,
        }
        for section in sections
    ]


def _topics(language):
    """Return all topics, each named in the first language of the reader's chain that has it."""
    chain = fallback_chain(language)
    rows = Topic.objects.filter(locale__language_code__in=chain).values(
        "slug", "name", "sort_order", "locale__language_code"
    )
    best = {}
    for row in sorted(rows, key=lambda row: -chain.index(row["locale__language_code"])):
        best[row["slug"]] = row
    return [
        {
            "name": row["name"],
            "slug": row["slug"],
            "lang": row["locale__language_code"],
            "dir": direction_of(row["locale__language_code"]),
            "url": f"{reverse('search')}?topic={row['slug']}",
        }
        for row in sorted(best.values(), key=lambda row: (row["sort_order"], row["name"]))
    ]


def _latest(language, request):
    """Return the newest resources; none where the database cannot list them."""
    newest = SearchRequest(language=language, page_size=NUMBER_OF_LATEST)
    try:
        return query.run(newest, request).hits
    except DatabaseError as error:
        logger.error("The newest resources cannot be listed: %s", type(error).__name__)
        return []
