"""Which passage of an entry shows what was asked: of its text, a recording or a document."""

from typing import NamedTuple

from django.db.models import BigIntegerField, Case, F, Max, Q, Value, When
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.searchable import TRANSCRIPT
from core.templatetags.core_tags import cldr_number
from resources.podcasting.clock import clock

from .engines.base import QueryWord, WordsQuery
from .highlight import highlight
from .models import Entry, EntryPart
from .parts import without_language

# Of a longer question, so many words decide which passage of a document is shown.
MOST_WORDS = 6
# More than there will ever be rows, with room for numbers of words in the bits above it.
_MOST_ROWS = 2**48
# A title is set apart from the words around it, which may run the other way (UAX 9, 2.4).
_ISOLATED = "\u2068{}\u2069"


class Passage(NamedTuple):
    """A passage with the words marked in it, in which language it is, and where it stands.

    `language` is a code, "" where nobody knows; `url` and `label` are "" for what stands in the
    entry's own summary and text.
    """

    highlight: SafeString
    language: str
    url: str = ""
    label: str = ""


def best_passages(
    entries: dict[int, Entry], urls: dict[int, str], query: WordsQuery | None
) -> dict[int, Passage]:
    """Return the passages that show most words of `query`, the first on a tie, by entry.

    Looked at are summary, text and parts; `urls` has the entries' addresses. One database query
    where the own text of some entry lacks a word, otherwise none.
    """
    if query is None:
        return {}
    own = {pk: _own_passage(entries[pk], query) for pk in urls}
    shown = {pk: Passage(passage, entries[pk].language) for pk, (passage, _most) in own.items()}
    lacking = [pk for pk, (_passage, most) in own.items() if most < len(query.words)]
    for part in _best_parts(lacking, query):
        pk = part.entry_id
        passage, number = highlight(part.text, entries[pk].language, query)
        if number > own[pk][1]:
            shown[pk] = _inside(part, passage, entries[pk].language, urls[pk])
    return shown


def _own_passage(entry, query):
    """Return the better passage of summary and text, and how many words it shows."""
    summary = highlight(entry.summary, entry.language, query)
    if summary[1] == len(query.words):
        return summary
    text = highlight(entry.text.body, entry.language, query)
    return text if text[1] > summary[1] else summary


def _best_parts(entry_ids, query):
    """Return for each entry the earliest of its passages elsewhere that hold the most words."""
    if not entry_ids:
        return []
    number = sum(map(_holds, query.words[:MOST_WORDS]), _number(0))
    # Words and earliness in one number, so that each passage is looked through but once.
    rank = Max(number * _number(_MOST_ROWS) + _number(_MOST_ROWS - 1) - F("pk"))
    first = _number(_MOST_ROWS - 1) - rank % _number(_MOST_ROWS)
    best = EntryPart.objects.filter(entry_id__in=entry_ids).values("entry_id").annotate(first=first)
    return EntryPart.objects.filter(pk__in=best.values("first")).defer("words")


def _number(value):
    return Value(value, output_field=BigIntegerField())


def _holds(word: QueryWord):
    """Return the expression that is 1 where a passage holds `word` in any form, and else 0."""
    condition = Q()
    for form in {without_language(form) for form in (word.exact, *word.stems)}:
        condition |= Q(words__contains=f" {form} ")
    return Case(When(condition, then=1), default=0, output_field=BigIntegerField())


def _inside(part, passage, language, entry_url):
    if part.kind == TRANSCRIPT:
        label = _("At %(time)s in the recording") % {"time": clock(part.place)}
        return Passage(passage, language, f"{entry_url}#t-{part.place}", label)
    title = _ISOLATED.format(part.label)
    if part.place is None:
        return Passage(passage, "", part.url, _("In %(title)s") % {"title": title})
    label = _("Page %(number)s of %(title)s")
    facts = {"number": cldr_number(part.place), "title": title}
    return Passage(passage, "", f"{part.url}#page={part.place}", label % facts)
