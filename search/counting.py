"""Which requests count as asking a question, and which as opening what it found."""

from urllib.parse import parse_qs, urlsplit

from django.urls import reverse
from django.utils.translation import get_language, get_language_from_path, override
from wagtail.documents.models import document_served

from core.readers import by_a_reader
from core.searchable import Searchable

from .query_log import log
from .questions import Question, countable

_MOST_PARAMETERS = 200


def count_asked(request, search_request, results) -> None:
    """Count a question that was asked of the search page.

    Turning pages and choosing filters asks nothing new. An empty answer to filters says nothing
    about the question, so it is not counted.
    """
    if search_request.page > 1 or not by_a_reader(request):
        return
    if search_request.filters and not results.total:
        return
    question = countable(search_request.text, search_request.language)
    if question and not _same(question, _question_before(request)):
        found = bool(results.promoted) or (results.total > 0 and not results.nearest)
        log.asked(question, found=found)


def count_opened(request, page, response) -> None:
    """Count a resource that was opened from the results of a question."""
    if response.status_code == 200 and isinstance(page, Searchable):
        _count_opening(request)


def connect() -> None:
    """Count documents too: a result leads to the very page of one where its words stand."""
    document_served.connect(_document_opened, dispatch_uid="search.document_opened")


def _document_opened(request, **kwargs):
    _count_opening(request)


def _count_opening(request):
    if by_a_reader(request) and (question := _question_before(request)):
        log.opened(question)


def _same(question, before):
    return before is not None and before.folded == question.folded


def _question_before(request) -> Question | None:
    """Return the question of the search page that the reader came from, if it was one of ours."""
    try:
        came_from = urlsplit(request.headers.get("Referer", ""))
        asked = parse_qs(came_from.query, max_num_fields=_MOST_PARAMETERS).get("q", [""])
    except ValueError:
        return None
    if came_from.netloc != request.get_host():
        return None
    language = get_language_from_path(came_from.path)
    if not language or came_from.path != _search_page(language):
        return None
    return countable(asked[0], language)


def _search_page(language):
    if language == get_language():
        return reverse("search")
    with override(language):
        return reverse("search")
