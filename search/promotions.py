"""Resources that editors put before the results of a question.

Every process holds the few there are; what tells that they changed is one entry of the shared
cache, so that a question without any costs no query.
"""

import uuid
from typing import NamedTuple

from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save

from core.visibility import public_pages
from translations.differences.outdated import is_outdated

from .asking import SearchRequest
from .models import Entry, Promotion
from .questions import folded
from .rows import resource_number

MOST_SHOWN = 3

_KEY = "search.promotions.version"
# Signals clear it at once; the time limit mends what a write past the signals has left.
_SECONDS = 300


class Promoted(NamedTuple):
    """An entry to show first, with its page, and why: a line in its language, or ""."""

    entry: Entry
    reason: str


class _Choice(NamedTuple):
    resource: int
    language: str
    reason: str


class _Table(NamedTuple):
    """What editors chose, by the language and the folded words of a question."""

    version: str = ""
    choices: dict[tuple[str, str], list[_Choice]] = {}
    pages: frozenset[int] = frozenset()


_table = _Table()


def promoted_for(request: SearchRequest) -> list[Promoted]:
    """Return what editors put before the first page of results, in their order.

    Only the question as a whole counts, asked without filters; what readers of a language find
    promoted stands for those too who fall back on that language. A resource comes in the
    language nearest to the reader's. One query, none where nothing is promoted for the question.
    Raises DatabaseError where the database cannot answer.
    """
    choices = _choices_for(request)
    if not choices:
        return []
    best = _best_entries(choices, request.preferred_languages)
    return [
        Promoted(entry, choice.reason if choice.language == entry.language else "")
        for choice in choices.values()
        if (entry := best.get(choice.resource))
    ][:MOST_SHOWN]


def chosen_pages() -> frozenset[int]:
    """Return the ids of the pages that editors put first for any question, public or not."""
    return _current().pages


def connect() -> None:
    """Follow what editors choose; called once, when the app is ready."""
    for signal in (post_save, post_delete):
        signal.connect(_forget, Promotion, dispatch_uid="search.promotions.forget")


def _choices_for(request):
    """Return the choices by resource, those for the reader's own language first."""
    if not request.text or request.page > 1 or request.filters or request.within:
        return {}
    choices = _current().choices
    found = {}
    for language in request.preferred_languages if choices else ():
        for choice in choices.get((language, folded(request.text, language)), ()):
            found.setdefault(choice.resource, choice)
    return found


def _best_entries(resources, languages):
    """Return by resource the entry in the best language of those that readers may see."""
    entries = Entry.objects.current().filter(resource__in=list(resources))
    public = entries.filter(page__in=public_pages()).select_related("page")
    public = public.annotate(is_outdated=is_outdated("page_id", "page__content_type"))
    ranks = {language: rank for rank, language in enumerate(languages)}
    best = {}
    for entry in sorted(public, key=lambda entry: (ranks.get(entry.language, 99), entry.pk)):
        best.setdefault(entry.resource, entry)
    return best


def _current():
    global _table
    version = cache.get_or_set(_KEY, lambda: uuid.uuid4().hex, _SECONDS)
    if version != _table.version:
        _table = _read(version)
    return _table


def _read(version):
    choices: dict[tuple[str, str], list[_Choice]] = {}
    promotions = list(Promotion.objects.select_related("page"))
    for promotion in promotions:
        choice = _Choice(
            resource_number(promotion.page.translation_key), promotion.language, promotion.reason
        )
        for words in {folded(line, promotion.language) for line in promotion.lines()} - {""}:
            choices.setdefault((promotion.language, words), []).append(choice)
    return _Table(version, choices, frozenset(each.page_id for each in promotions))


def _forget(**kwargs):
    cache.delete(_KEY)
    transaction.on_commit(lambda: cache.delete(_KEY))
