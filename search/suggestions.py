"""What a reader may be typing: titles and topics that begin with it."""

from dataclasses import dataclass

from django.db.models import Case, F, When

from core.languages import fallback_chain
from resources.models import Topic

from .analysis import analyse
from .engines import database_engine
from .models import Entry, EntryFacet, TitleWord
from .parsing import clean

MOST = 8
MOST_WORDS = 6


@dataclass(frozen=True)
class Suggestion:
    """One thing to search for: a title or a topic, in its own language."""

    text: str
    language: str
    kind: str


def suggest(text: str, language: str) -> list[Suggestion]:
    """Return at most eight suggestions for what a reader of `language` has typed so far.

    Topics come first, then titles, the reader's language before others. Only words of entries
    that readers may see are looked at. Raises DatabaseError where the database cannot answer.
    """
    words = [token.exact for token in analyse(clean(text), language)][-MOST_WORDS:]
    if not words:
        return []
    found = [*_topics(words, language), *_titles(words, language)]
    unique = {suggestion.text.casefold(): suggestion for suggestion in reversed(found)}
    return list(reversed(unique.values()))[:MOST]


def _topics(words, language):
    chain = fallback_chain(language)
    used = EntryFacet.objects.filter(facet_value__name="topic", entry__in=Entry.objects.current())
    topics = Topic.objects.filter(
        locale__language_code__in=chain, slug__in=used.values("facet_value__value")
    )
    named = topics.values_list("name", "locale__language_code")
    fitting = [(name, code) for name, code in named if _begins(words, name, code)]
    fitting.sort(key=lambda topic: (chain.index(topic[1]), topic[0]))
    return [Suggestion(name, code, "topic") for name, code in fitting]


def _begins(words, name, language):
    """Return whether `name` has all words, the last of them perhaps only begun."""
    have = [token.exact for token in analyse(name, language)]
    return set(words[:-1]) <= set(have) and any(word.startswith(words[-1]) for word in have)


def _titles(words, language):
    entries = Entry.objects.current()
    begun = database_engine().prefix_lookup("word", words[-1])
    for lookup in (begun, *({"word": word} for word in words[:-1])):
        entries = entries.filter(pk__in=TitleWord.objects.filter(**lookup).values("entry"))
    own_first = Case(When(language=language, then=0), default=1)
    newest_first = F("sort_date").desc(nulls_last=True)
    found = entries.order_by(own_first, newest_first, "pk").values_list("title", "language")
    return [Suggestion(title, code, "title") for title, code in found[:MOST]]
