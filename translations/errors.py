"""Errors that help: what exists elsewhere of a page that is not here."""

import logging

from django.db import DatabaseError
from django.shortcuts import render
from django.utils.translation import activate, get_language

from core import identity
from translations.context_processors import state_versions
from translations.versions import nearest_first, offer, versions_at

logger = logging.getLogger(__name__)


def page_not_found(request, exception=None):
    """Answer 404; where the page exists in other languages, offer these, the nearest first.

    Where the language of the address is not offered, the nearest one that is says so.
    """
    language = get_language() or ""
    prefix = f"/{language}/"
    offers = []
    if request.path.startswith(prefix):
        path = request.path.removeprefix(prefix)
        try:
            pages = nearest_first(versions_at(language, path), language)
        except DatabaseError as error:
            logger.error("Other languages cannot be offered: %s", type(error).__name__)
            pages = []
        offers = [offer(page, request) for page in pages]
    state_versions(request, {each["lang"]: each["url"] for each in offers})
    activate(identity.nearest_offered(language))
    return render(request, "404.html", {"offers": offers}, status=404)
