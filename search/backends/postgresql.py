"""Words of objects in PostgreSQL, ranked by weighted vectors; migration 0010 creates the table."""

from django.db import connection
from django.db.models import QuerySet

from search.engines.base import BODY, TITLE

from .backend import WordsBackend
from .conditions import Term
from .stores import MOST_RANKED, Place
from .words import Numbers, ObjectWords

# ts_rank takes weights up to 1; here D is the body, A the title.
_WEIGHTS = f"{{{BODY / TITLE:.4f},0,0,1}}"

# Parts what people type from stems, which no beginning may reach.
_TYPED_MARK = "\ue001"

# PostgreSQL keeps no position beyond this one, so many of a word, and no vector of 1 MB.
_LAST_POSITION = 16_383
_MOST_PLACES = 255
_MOST_BYTES = 900_000


class _Weighted:
    """PostgreSQL's notation (https://www.postgresql.org/docs/15/datatype-textsearch.html)."""

    both, either, without = " & ", " | ", " & !"

    def __init__(self, weight: str = ""):
        self._weight = f":{weight}" if weight else ""

    def term(self, term: Term) -> str:
        """Return the condition that a term stands in a row, with this weight."""
        return f"({' | '.join(map(self._sequence, term.sequences))})"

    def _sequence(self, words):
        return f"({' <-> '.join(_quote(word) + self._weight for word in words)})"


class _Typed(_Weighted):
    """The same for what somebody types, where a word may be a beginning."""

    def term(self, term: Term) -> str:
        """Return the condition that a term was typed so far, or one with its stem."""
        typed = " <-> ".join(_quote(_TYPED_MARK + word) for word in term.exact)
        return f"({typed}{':*' if term.is_beginning else ''} | {super().term(term)})"


def _quote(word):
    return f"'{word}'"


def _place(column, notation):
    return Place(
        table="search_object_words",
        number="search_object_words.number",
        matches=f"search_object_words.{column} @@ %s::tsquery",
        score=f"ts_rank('{_WEIGHTS}', search_object_words.{column}, %s::tsquery, 1)",
        notation=notation,
        most_ranked=MOST_RANKED,
    )


class PostgreSQLStore:
    """The table of the site's own PostgreSQL database."""

    words = _place("words", _Weighted())
    titles = _place("words", _Weighted("A"))
    typed = _place("typed", _Typed())
    listed = "SELECT value::bigint FROM json_array_elements_text(%s::json)"

    def write(self, rows: list[ObjectWords]) -> None:
        """Store `rows` in place of those with the same numbers."""
        rows = sorted(rows, key=lambda row: row.number)
        columns = (
            [row.number for row in rows],
            [_vector((("A", row.title), ("", row.body))) for row in rows],
            [_vector((("", _marked(row.typed)), ("", row.stems))) for row in rows],
        )
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO search_object_words (number, words, typed) "
                "SELECT number, words::tsvector, typed::tsvector "
                "FROM unnest(%s::bigint[], %s::text[], %s::text[]) AS row (number, words, typed) "
                "ON CONFLICT (number) DO UPDATE "
                "SET words = excluded.words, typed = excluded.typed",
                columns,
            )

    def delete(self, number: int) -> None:
        """Forget the row with this number; an unknown one is no error."""
        self._execute("DELETE FROM search_object_words WHERE number = %s", [number])

    def delete_strays(self, numbers: Numbers, keys: QuerySet) -> None:
        """Forget the rows among `numbers` that stand for none of the primary keys `keys`."""
        known, params = keys.query.sql_with_params()
        self._execute(
            f"DELETE FROM search_object_words WHERE number BETWEEN {numbers.first} "
            f"AND {numbers.last} AND number - {numbers.first} NOT IN ({known})",
            params,
        )

    def clear(self) -> None:
        """Forget everything."""
        self._execute("DELETE FROM search_object_words")

    def settle(self) -> None:
        """Tell the planner how the words are spread now."""
        self._execute("ANALYZE search_object_words")

    def _execute(self, sql, params=()):
        with connection.cursor() as cursor:
            cursor.execute(sql, params)


def _marked(words):
    return " ".join(_TYPED_MARK + word for word in words.split())


def _vector(fields: tuple[tuple[str, str], ...]) -> str:
    """Return pairs of a weight's letter and words as a tsvector is written."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, words in fields:
        for word in words.split():
            position = min(position + 1, _LAST_POSITION)
            places.setdefault(word, []).append(f"{position}{weight}")
        position += 1  # A phrase does not run from one field into the next.
    parts, size = [], 0
    for word, where in places.items():
        parts.append(f"'{word}':" + ",".join(where[:_MOST_PLACES]))
        size += len(parts[-1].encode()) + 1
        if size > _MOST_BYTES:
            parts.pop()
            break
    return " ".join(parts)


class SearchBackend(WordsBackend):
    """The search of editors on PostgreSQL."""

    store = PostgreSQLStore()
