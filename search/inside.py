"""Which passage of an entry shows what was asked: of its text, a recording or a document."""

from typing import NamedTuple

from django.db.models import Case, F, IntegerField, Q, Value, When, Window
from django.db.models.functions import RowNumber, StrIndex
from django.db.models.lookups import GreaterThan
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from core.searchable import TRANSCRIPT
from core.templatetags.core_tags import cldr_number
from resources.podcasting.clock import clock

from .engines.base import QueryWord, WordsQuery
from .highlight import highlight
from .models import Entry, EntryPart

# Which passage shows most is asked for no more words of a question than these.
MOST_WORDS = 8
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


def best_parts(entry_ids: list[int], query: WordsQuery | None) -> dict[int, EntryPart]:
    """Return, by entry, the earliest of the passages that hold the most words of `query`.

    One database query; none without words. Entries without a passage that holds any are missing.
    """
    if query is None or not entry_ids:
        return {}
    shown = sum(map(_holds, query.words[:MOST_WORDS]), Value(0))
    choice = Window(RowNumber(), partition_by="entry_id", order_by=[F("shown").desc(), "pk"])
    passages = EntryPart.objects.filter(entry_id__in=entry_ids).annotate(shown=shown)
    best = passages.annotate(choice=choice).filter(choice=1).defer("words")
    return {part.entry_id: part for part in best if part.shown}


def best_passage(
    entry: Entry, url: str, query: WordsQuery | None, part: EntryPart | None = None
) -> Passage:
    """Return the passage of summary, text or `part` that shows most words; the first on a tie.

    `url` is the entry's address, `part` the best of its parts (see `best_parts`).
    """
    if query is None:
        return Passage(SafeString(""), entry.language)
    shown, most = highlight(entry.summary, entry.language, query)
    if most < len(query.words):
        body, in_body = highlight(entry.text.body, entry.language, query)
        shown, most = (body, in_body) if in_body > most else (shown, most)
    if part and most < len(query.words):
        inside, in_part = highlight(part.text, entry.language, query)
        if in_part > most:
            return _passage_of(part, inside, entry.language, url)
    return Passage(shown, entry.language)


def _passage_of(part, shown, language, entry_url):
    if part.kind == TRANSCRIPT:
        label = _("At %(time)s in the recording") % {"time": clock(part.place)}
        return Passage(shown, language, f"{entry_url}#t-{part.place}", label)
    title = _ISOLATED.format(part.label)
    if part.place is None:
        return Passage(shown, "", part.url, _("In %(title)s") % {"title": title})
    label = _("Page %(number)s of %(title)s")
    facts = {"number": cldr_number(part.place), "title": title}
    return Passage(shown, "", f"{part.url}#page={part.place}", label % facts)


def _holds(word: QueryWord):
    """Return the expression that is 1 where a passage holds `word` in any form, and else 0."""
    condition = Q()
    for form in (word.exact, *word.stems):
        condition |= Q(GreaterThan(StrIndex(F("words"), Value(f" {form} ")), 0))
    return Case(When(condition, then=1), default=0, output_field=IntegerField())
