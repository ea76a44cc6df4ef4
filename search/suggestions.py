"""What a reader may be typing: titles, topics and frequent questions that begin with it."""

from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

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
_MOST_LOOKED_AT = 200
# Sorts behind every letter, in UTF-8.
_LAST = b"\xff"


@dataclass(frozen=True)
class Suggestion:
    """One thing to search for: a title, a topic or a question, in its own language."""

    text: str
    language: str
    kind: str


class _Select(NamedTuple):
    """A part of a statement, and what goes in."""

    sql: str
    parameters: tuple


class _Row(NamedTuple):
    """What a part gives; titles are sorted by the first three."""

    language_rank: int
    inside: bool
    beginning: bytes
    resource: int
    text: str
    language: str


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
    near, far = _languages(language)
    topics = _topics(words, near)
    selects = [*_titles(typed, near), _begun(typed, near[0]), *_filed(topics, near + far)]
    found = _run(selects)
    titles = found["title"]
    used = {row.text for row in found["topic"]}
    filed = [topic for slug, topic in topics.items() if slug in used]
    asked = _questions(typed, near[0]) if found["question"] else []
    if len(filed) + len(asked) + len(titles) < MOST:
        further = [*_scattered(words, near), *_titles(typed, far, len(near))]
        titles += _run(further)["title"] if further else []
    first, others = filed[:MOST_TOPICS], filed[MOST_TOPICS:]
    suggestions = [*first, *asked, *_best_of_each_resource(titles), *others]
    unique = {suggestion.text.casefold(): suggestion for suggestion in reversed(suggestions)}
    return list(reversed(unique.values()))[:MOST]


def _languages(language):
    """Return the codes of the languages on offer: those a reader is offered first, the others.

    A guest's own language comes first too, though the hub has no interface in it.
    """
    offered = [each.code for each in identity.offered()]
    withheld = identity.withheld()
    near = [code for code in fallback_chain(language) if code not in withheld]
    return near, [code for code in offered if code not in near]


def _topics(words, languages):
    """Return {slug: Suggestion} of the topics that fit, whatever is filed there."""
    named = _fetch(_TOPICS.format(_marks(languages)), languages)
    fitting = sorted(
        (languages.index(code), name, code, slug)
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


def _titles(typed, languages, first_rank=0):
    """Return the SELECTs of titles that begin with `typed`, or have it inside."""
    begun = as_typed(typed)
    return [
        _Select(_TITLES, (rank, inside, language, inside, begun, begun + _LAST, _now(), _MOST_ROWS))
        for (rank, language), inside in product(enumerate(languages, first_rank), (False, True))
    ]


# Each of these reads an index in its order and stops, however large the library.
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


def _scattered(words, languages):
    """Return the SELECTs of titles that have all words somewhere, found by the longest of them."""
    said = [word for word in words if word not in stop_words_for(languages[0])] or words
    rarest, *others = sorted(map(as_typed, said), key=len, reverse=True)
    if not others:
        return []
    sql = _SCATTERED.format(" ".join([_HAS_WORD] * len(others)))
    bounds = [value for word in others for value in (word, word + _LAST)]
    return [
        _Select(
            sql,
            (rank, language, inside, rarest, rarest + _LAST, _MOST_LOOKED_AT)
            + (_now(), *bounds, _MOST_ROWS),
        )
        for (rank, language), inside in product(enumerate(languages), (False, True))
    ]


_SCATTERED = """
SELECT * FROM (
    SELECT 'title' AS kind, %s AS language_rank, TRUE AS inside, w.beginning, e.resource, e.title,
        e.language
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


def _begun(typed, language):
    """Return the SELECT of one frequent question that begins with `typed`."""
    begun = as_typed(typed)
    return _Select(_BEGUN, (language, begun, begun + _LAST))


_BEGUN = """
SELECT * FROM (
    SELECT 'question' AS kind, 0, FALSE, q.beginning, 0, q.text, q.language
    FROM search_frequentquestion q
    WHERE q.language = %s AND q.beginning >= %s AND q.beginning < %s LIMIT 1
) AS questions
"""


def _filed(topics, languages):
    """Return the SELECT of those slugs of `topics` under which readers find something."""
    if not topics:
        return []
    sql = _FILED.format(_marks(topics), _marks(languages))
    return [_Select(sql, (*topics, _now(), *languages))]


_FILED = """
SELECT 'topic', 0, FALSE, NULL, 0, v.value, '' FROM search_facetvalue v
WHERE v.name = 'topic' AND v.value IN ({}) AND EXISTS (
    SELECT 1 FROM search_entryfacet f CROSS JOIN search_entry e
    WHERE f.facet_value_id = v.id AND e.page_id = f.entry_id
        AND (e.expires_at IS NULL OR e.expires_at > %s) AND e.language IN ({})
)
"""


def _marks(values):
    return ", ".join(["%s"] * len(values))


def _now():
    return connection.ops.adapt_datetimefield_value(timezone.now())


def _run(selects):
    """Run all in one statement; return {kind: rows}, titles in the order of their ranks."""
    parameters = [value for select in selects for value in select.parameters]
    found = {"topic": [], "question": [], "title": []}
    for kind, *row in _fetch(" UNION ALL ".join(select.sql for select in selects), parameters):
        found[kind].append(_Row(*row))
    found["title"].sort()
    return found


def _fetch(sql, parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def _best_of_each_resource(titles):
    best = {}
    for row in titles:
        best.setdefault(row.resource, Suggestion(row.text, row.language, "title"))
    return best.values()
