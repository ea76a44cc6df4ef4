"""The list of a section of the tree: search's own results, below that section."""

import logging

from django.db import DatabaseError
from wagtail.models import Page

from . import asking, query
from .presenting import page_context

logger = logging.getLogger(__name__)


def context_for(request, section) -> dict:
    """Return the template context that lists the resources below `section`, with filters.

    Resources that stand below the section's translations only are listed too, in the language
    that they have. Where the database does not answer, the list is empty.
    """
    same = Page.objects.filter(translation_key=section.translation_key)
    paths = tuple(same.order_by("path").values_list("path", flat=True))
    search_request = asking.from_parameters(request.GET, section.locale.language_code, paths)
    try:
        results = query.run(search_request)
    except DatabaseError as error:
        logger.error("The list of a section does not answer: %s", type(error).__name__)
        return {}
    return page_context(search_request, results)
