"""What a reader may be typing: titles, topics and frequent questions that begin with it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from django.db import connection
from django.utils import timezone

from core import identity
from core.languages import fallback_chain

from . import frequent
from .beginnings import as_typed, beginnings, normal
from .parsing import clean
from .stop_words import stop_words_for

MOST = 8
# So that topics and questions leave room for titles.
MOST_TOPICS = 3
MOST_QUESTIONS = 3
MOST_WORDS = 6
# Resources may share a title, and a resource has several: so many rows give enough that differ.
_MOST_ROWS = 2 * MOST
# Of titles that may have the words in another order than typed, so many are looked at.
_MOST_SCATTERED = 200
# Sorts behind every letter, in UTF-8.
_LAST = b"\xff"
_UNITED = " UNION ALL "


@dataclass(frozen=True)
class Suggestion:
    """One thing to search for: a title, a topic or a question, in its own language."""

    text: str
    language: str
    kind: str


def suggest(text: str, language: str) -> list[Suggestion]:
    """Return at most eight suggestions for what a reader of `language` has typed so far.

    Topics come first, then what many ask, then titles: in the reader's language before others,
    those that begin with what was typed before those that have it inside, and last those with
    its words in another order; of a resource there is one title. Only entries that readers may
    see are looked at. Raises DatabaseError where the database cannot answer.
    """
    typed = normal(clean(text))
    if not typed:
        return []
    words = typed.split()[-MOST_WORDS:]
    languages = _languages(language)
    topics = _topics(words, fallback_chain(language))
    filed, is_asked, titles = _look_up(as_typed(typed), languages, topics)
    asked = _questions(typed, language) if is_asked else []
    if len(filed) + len(asked) + len(titles) < MOST and len(words) > 1:
        titles += _scattered(words, languages)
    first, others = filed[:MOST_TOPICS], filed[MOST_TOPICS:]
    suggestions = [*first, *asked, *_best_of_each_resource(titles), *others]
    unique = {suggestion.text.casefold(): suggestion for suggestion in reversed(suggestions)}
    return list(reversed(unique.values()))[:MOST]


def _languages(language):
    """Return the codes of the languages on offer, in the order in which a reader wants them."""
    offered = [each.code for each in identity.offered()]
    nearest = [code for code in fallback_chain(language) if code in offered]
    return list(dict.fromkeys([*nearest, *offered]))


def _topics(words, chain):
    """Return {slug: Suggestion} of the topics that fit, whatever is filed there."""
    named = _rows(_TOPICS.format(_marks(chain)), chain)
    fitting = sorted(
        (chain.index(code), name, code, slug)
        for slug, name, code in named
        if _fits(words, name, code)
    )
    topics = {}
    for _rank, name, code, slug in fitting:
        topics.setdefault(slug, Suggestion(name, code, "topic"))
    return topics


# Written out because putting a query together takes Django longer than the database to answer.
_TOPICS = """
SELECT t.slug, t.name, l.language_code
FROM resources_topic t JOIN wagtailcore_locale l ON l.id = t.locale_id
WHERE l.language_code IN ({})
"""


def _fits(words, name, language):
    """Return whether each of the words begins a word of `name`."""
    kept = _kept_beginnings(name, language)
    return all(any(beginning.startswith(word.encode()) for beginning in kept) for word in words)


_kept_beginnings = lru_cache(maxsize=4096)(beginnings)


def _questions(typed, language):
    asked = frequent.questions(typed, language, MOST_QUESTIONS)
    return [Suggestion(text, language, "question") for text in asked]


def _look_up(typed, languages, topics):
    """Return those of `topics` that lead to something, whether a frequent question begins so,
    and rows of titles, the best first.
    """
    now = _now()
    until = typed + _LAST
    selects, parameters = [], []
    for (rank, language), inside in product(enumerate(languages), (False, True)):
        selects.append(_TITLES)
        parameters += [rank, inside, language, inside, typed, until, now, _MOST_ROWS]
    selects.append(_BEGUN)
    parameters += [languages[0], typed, until]
    if topics:
        selects.append(_FILED.format(_marks(topics), _marks(languages)))
        parameters += [*topics, now, *languages]
    found = {"topic": [], "question": [], "title": []}
    for kind, *row in _rows(_UNITED.join(selects), parameters):
        found[kind].append(row)
    slugs = {row[-2] for row in found["topic"]}
    filed = [topic for slug, topic in topics.items() if slug in slugs]
    return filed, bool(found["question"]), sorted(found["title"])


# Each part reads an index in its order and stops, however large the library.
_TITLES = """
SELECT * FROM (
    SELECT 'title' AS kind, %s AS language_rank, %s AS inside, w.beginning, e.resource, e.title,
        e.language
    FROM search_titleword w CROSS JOIN search_entry e
    WHERE w.language = %s AND w.inside = %s AND w.beginning >= %s AND w.beginning < %s
        AND e.page_id = w.entry_id AND (e.expires_at IS NULL OR e.expires_at > %s)
    ORDER BY w.beginning LIMIT %s
) AS titles
"""
_BEGUN = """
SELECT * FROM (
    SELECT 'question' AS kind, 0, FALSE, q.beginning, 0, q.text, q.language
    FROM search_frequentquestion q
    WHERE q.language = %s AND q.beginning >= %s AND q.beginning < %s LIMIT 1
) AS questions
"""
_FILED = """
SELECT 'topic', 0, FALSE, NULL, 0, v.value, '' FROM search_facetvalue v
WHERE v.name = 'topic' AND v.value IN ({}) AND EXISTS (
    SELECT 1 FROM search_entryfacet f CROSS JOIN search_entry e
    WHERE f.facet_value_id = v.id AND e.page_id = f.entry_id
        AND (e.expires_at IS NULL OR e.expires_at > %s) AND e.language IN ({})
)
"""


def _scattered(words, languages):
    """Return rows of titles that have all words somewhere, found by the longest of them."""
    said = [word for word in words if word not in stop_words_for(languages[0])] or words
    rarest, *others = sorted(map(as_typed, said), key=len, reverse=True)
    now = _now()
    branches = list(product(enumerate(languages), (False, True)))
    select = _SCATTERED.format(" ".join([_HAS_WORD] * len(others)))
    parameters = []
    for (rank, language), inside in branches:
        parameters += [rank, inside, language, inside, rarest, rarest + _LAST, _MOST_SCATTERED, now]
        parameters += [value for word in others for value in (word, word + _LAST)]
        parameters.append(_MOST_ROWS)
    return sorted(_rows(_UNITED.join([select] * len(branches)), parameters))


_SCATTERED = """
SELECT * FROM (
    SELECT %s AS language_rank, %s AS inside, w.beginning, e.resource, e.title, e.language
    FROM (
        SELECT entry_id, beginning FROM search_titleword
        WHERE language = %s AND inside = %s AND beginning >= %s AND beginning < %s
        ORDER BY beginning LIMIT %s
    ) AS w CROSS JOIN search_entry e
    WHERE e.page_id = w.entry_id AND (e.expires_at IS NULL OR e.expires_at > %s) {}
    LIMIT %s
) AS titles
"""
_HAS_WORD = """
AND EXISTS (
    SELECT 1 FROM search_titleword other
    WHERE other.entry_id = w.entry_id AND other.beginning >= %s AND other.beginning < %s
)
"""


def _marks(values):
    return ", ".join(["%s"] * len(values))


def _now():
    return connection.ops.adapt_datetimefield_value(timezone.now())


def _rows(sql, parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _best_of_each_resource(rows):
    best = {}
    for _rank, _inside, _beginning, resource, title, language in rows:
        best.setdefault(resource, Suggestion(title, language, "title"))
    return best.values()
