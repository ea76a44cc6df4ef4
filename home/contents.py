"""What the home page leads to."""

import logging
from collections import Counter

from django.db import DatabaseError
from django.utils.translation import get_language

from core.languages import fallback_chain
from core.visibility import public_pages
from home import topics
from resources.choices import Outcome, PocqiStep
from resources.models import GuidePage, LibraryPage
from search import shelves

logger = logging.getLogger(__name__)

NUMBER_OF_LATEST = 6
NUMBER_OF_EACH_OUTCOME = 3
NOT_AS_HOPED = (Outcome.DID_NOT_WORK, Outcome.NOT_SUSTAINED, Outcome.MIXED)


def of_home(page, request):
    """Return the template context of a home page.

    `steps` of the way through the guides, `sections`, `worked` and `taught` (what did not work
    as hoped), `topics` and `latest`. What has nothing in it is empty, and so is what the
    database cannot list.
    """
    stock = _stock(request)
    return {
        "steps": _steps(request),
        "sections": _sections(page, request, stock),
        "worked": stock.with_outcome(Outcome.WORKED)[:NUMBER_OF_EACH_OUTCOME],
        "taught": stock.with_outcome(*NOT_AS_HOPED)[:NUMBER_OF_EACH_OUTCOME],
        "not_as_hoped": NOT_AS_HOPED,
        "topics": topics.in_use(get_language()) if stock.hits else [],
        "latest": stock.newest(NUMBER_OF_LATEST),
    }


def _stock(request):
    try:
        return shelves.stocked(NUMBER_OF_LATEST, http_request=request)
    except DatabaseError as error:
        logger.error("The newest resources cannot be listed: %s", type(error).__name__)
        return shelves.Shelves([], {})


def _steps(request):
    """Return the four steps of POCQI that have guides: {"number", "guides"}, in their order."""
    chain = fallback_chain(get_language())
    guides = public_pages(
        GuidePage.objects.filter(pocqi_step__isnull=False, locale__language_code__in=chain)
    ).select_related("locale")
    guides = guides.only("title", "url_path", "path", "pocqi_step", "translation_key", "locale")
    by_language = {guide.pk: chain.index(guide.locale.language_code) for guide in guides}
    nearest_first = sorted(guides, key=lambda guide: (by_language[guide.pk], guide.path))
    best = {guide.translation_key: guide for guide in reversed(nearest_first)}
    in_order = [guide for guide in nearest_first if best[guide.translation_key] is guide]
    steps = (
        {"number": step.value, "guides": [each for each in in_order if each.pocqi_step == step]}
        for step in PocqiStep
    )
    return [step for step in steps if step["guides"]]


def _sections(page, request, stock):
    sections = public_pages(LibraryPage.objects.child_of(page)).order_by("path")
    shelves_of = Counter(section.holds for section in sections)
    return [
        {
            "title": section.title,
            "url": section.get_url(request),
            "summary": section.introduction,
            "holds": section.holds,
            # Two sections of one kind share its total: neither can be given it.
            "total": stock.total(section.holds)
            if section.holds and shelves_of[section.holds] == 1
            else 0,
        }
        for section in sections
    ]
