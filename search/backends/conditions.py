"""From a query of Wagtail's to a condition on words, in the language of either database."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from django.db.models import QuerySet
from django.db.models.lookups import Lookup
from django.utils.translation import get_language
from wagtail.models import Locale
from wagtail.search.query import And, Boost, MatchAll, Not, Or, Phrase, PlainText, SearchQuery

from core.languages import CONTENT_LANGUAGES
from search.analysis import analyse
from search.parsing import clean

# PostgreSQL reads every row rather than look up very many words, any of which may match.
MOST_WORDS = 24


@dataclass(frozen=True)
class Term(SearchQuery):
    """Stands where any of `sequences` does: forms one behind the other, mostly a single one.

    `exact` is the same as it was written, and `is_beginning` says that more may follow in the
    last of its words.
    """

    sequences: tuple[tuple[str, ...], ...]
    exact: tuple[str, ...]
    is_beginning: bool = False

    def __repr__(self):
        return f"<Term {' '.join(self.exact)!r}>"


class Notation(Protocol):
    """How a database writes conditions on words."""

    both: str
    either: str
    without: str

    def term(self, term: Term) -> str:
        """Return the condition that a term stands in a row, such that it can be combined."""


@dataclass(frozen=True)
class Condition:
    """Which rows match: those of `expression`, or all others if it `is_negated`.

    The expression is None where no row meets it.
    """

    expression: str | None = None
    is_negated: bool = False


def terms_of(query: SearchQuery, language: str, every: Sequence[str], last_begins=False):
    """Return `query` with every text in it replaced by terms.

    Words are cut as `language` does, and asked for in the stemmed forms of `every` language;
    with `last_begins` the last word of each text is a beginning. Raises NotImplementedError for
    a kind of query that there is no condition for.
    """
    recur = partial(terms_of, language=language, every=every, last_begins=last_begins)
    if isinstance(query, PlainText):
        join = And if query.operator == "and" else Or
        found = _words(clean(query.query_string), language, every, last_begins)
        return join(found) if found else Or([])
    if isinstance(query, Phrase):
        return _phrase(clean(query.query_string), language, every)
    if isinstance(query, Boost):
        return recur(query.subquery)
    if isinstance(query, Not):
        return Not(recur(query.subquery))
    if isinstance(query, And | Or):
        return type(query)([recur(part) for part in query.subqueries])
    if isinstance(query, MatchAll):
        return And([])
    raise NotImplementedError(f"`{type(query).__name__}` is not supported by search in a database.")


def asked_languages(queryset: QuerySet) -> tuple[str, list[str]]:
    """Return the language that cuts a question put to `queryset`, and all that stem it.

    They are that of the locale by which the queryset is filtered, else of the reader.
    """
    if language := _filtered_language(queryset.query.where):
        return language, [language]
    codes = [content_language.code for content_language in CONTENT_LANGUAGES]
    return get_language() or codes[0], codes


def _filtered_language(where):
    if where.connector != "AND" or where.negated:
        return None
    for child in where.children:
        if isinstance(child, Lookup) and child.lookup_name == "exact":
            column = getattr(child.lhs, "target", None)
            if getattr(column, "attname", "") == "locale_id" and isinstance(child.rhs, int):
                codes = Locale.objects.filter(pk=child.rhs).values_list("language_code", flat=True)
                return codes.first()
    return None


def condition(query: SearchQuery, notation: Notation) -> Condition:
    """Return what a query made of terms demands of a row, as `notation` writes it."""
    if isinstance(query, Term):
        return Condition(notation.term(query))
    if isinstance(query, Not):
        inner = condition(query.subquery, notation)
        return Condition(inner.expression, not inner.is_negated)
    parts = [condition(part, notation) for part in query.subqueries]
    if isinstance(query, And):
        return _all_of(parts, notation)
    # Either of two is what is left without those that are neither.
    neither = _all_of([Condition(part.expression, not part.is_negated) for part in parts], notation)
    return Condition(neither.expression, not neither.is_negated)


def has_negation(query: SearchQuery) -> bool:
    """Tell whether anything in a query made of terms is to be absent."""
    if isinstance(query, Not):
        return True
    return isinstance(query, And | Or) and any(map(has_negation, query.subqueries))


def holds(query: SearchQuery, stemmed: list[str], exact: list[str]) -> bool:
    """Tell whether a query made of terms is met by a text with these forms of its words."""
    if isinstance(query, Term):
        if query.is_beginning and any(word.startswith(query.exact[-1]) for word in exact):
            return True
        return _stands(query.exact, exact) or any(
            _stands(sequence, stemmed) for sequence in query.sequences
        )
    if isinstance(query, Not):
        return not holds(query.subquery, stemmed, exact)
    met = (holds(part, stemmed, exact) for part in query.subqueries)
    return all(met) if isinstance(query, And) else any(met)


def _all_of(parts, notation):
    wanted = [part.expression for part in parts if not part.is_negated]
    unwanted = [part.expression for part in parts if part.is_negated and part.expression]
    if None in wanted:
        return Condition()
    if not wanted:
        return Condition(_joined(notation.either, unwanted), is_negated=True)
    expression = _joined(notation.both, wanted)
    if unwanted:
        expression = f"({expression}{notation.without}{_joined(notation.either, unwanted)})"
    return Condition(expression)


def _joined(operator, expressions):
    if not expressions:
        return None
    return expressions[0] if len(expressions) == 1 else f"({operator.join(expressions)})"


def _words(text, language, every, last_begins):
    """Return a term for each different word of `text`, with the stems of `every` language."""
    forms = {token.exact: {(token.exact,): None} for token in analyse(text, language)}
    for code in every:
        for token in analyse(text, code):
            if token.exact in forms:
                forms[token.exact][(token.stem,)] = None
    words = list(forms)[:MOST_WORDS]
    return [Term(tuple(forms[word]), (word,), last_begins and word == words[-1]) for word in words]


def _phrase(text, language, every):
    """Return the term of a phrase: in each language's index it stands in that one's stems."""
    exact = tuple(token.exact for token in analyse(text, language))
    if not exact:
        return Or([])
    stemmed = (tuple(token.stem for token in analyse(text, code)) for code in every)
    return Term(tuple(dict.fromkeys((exact, *stemmed))), exact)


def _stands(sequence, words):
    length = len(sequence)
    return any(tuple(words[at : at + length]) == sequence for at in range(len(words) - length + 1))
