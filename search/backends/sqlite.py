"""Words of objects in SQLite, ranked by FTS5's BM25; migration 0010 creates the tables."""

from django.db import connection
from django.db.models import QuerySet

from search.engines.base import BODY, TITLE

from .backend import WordsBackend
from .conditions import Term
from .stores import MOST_RANKED, Place
from .words import Numbers, ObjectWords

_TABLES = ("search_object_words", "search_object_typed")


class _Columns:
    """FTS5's notation (https://www.sqlite.org/fts5.html#full_text_query_syntax)."""

    both, either, without = " AND ", " OR ", " NOT "

    def __init__(self, columns: str):
        self._columns = columns

    def term(self, term: Term) -> str:
        """Return the condition that a term stands in any of the columns."""
        return f"({{{self._columns}}} : ({_any(term)}))"


class _Typed(_Columns):
    """The same for what somebody types, where a word may be a beginning."""

    def term(self, term: Term) -> str:
        """Return the condition that a term was typed so far, or one with its stem."""
        beginning = " *" if term.is_beginning else ""
        return f"(typed : {_quote(term.exact)}{beginning} OR stems : ({_any(term)}))"


def _any(term):
    return " OR ".join(map(_quote, term.sequences))


def _quote(words):
    return f'"{" ".join(words)}"'


def _place(table, columns, notation, most_ranked=None):
    # Weights of columns are in the order of the table's definition.
    return Place(
        table=table,
        number=f"{table}.rowid",
        matches=f"{table} MATCH %s",
        score=f"-bm25({table}, {columns})",
        notation=notation,
        most_ranked=most_ranked,
    )


class SQLiteStore:
    """The tables of the site's own SQLite database."""

    words = _place("search_object_words", f"{TITLE}, {BODY}", _Columns("title body"))
    titles = _place("search_object_words", f"{TITLE}, {BODY}", _Columns("title"))
    typed = _place("search_object_typed", "1.0, 0.5", _Typed("typed stems"), MOST_RANKED)
    listed = "SELECT value FROM json_each(%s)"

    def write(self, rows: list[ObjectWords]) -> None:
        """Store `rows` in place of those with the same numbers."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT OR REPLACE INTO search_object_words(rowid, title, body) "
                "VALUES (%s, %s, %s)",
                [(row.number, row.title, row.body) for row in rows],
            )
            cursor.executemany(
                "INSERT OR REPLACE INTO search_object_typed(rowid, typed, stems) "
                "VALUES (%s, %s, %s)",
                [(row.number, row.typed, row.stems) for row in rows],
            )

    def delete(self, number: int) -> None:
        """Forget the row with this number; an unknown one is no error."""
        self._delete("rowid = %s", [number])

    def delete_strays(self, numbers: Numbers, keys: QuerySet) -> None:
        """Forget the rows among `numbers` that stand for none of the primary keys `keys`."""
        known, params = keys.query.sql_with_params()
        self._delete(
            f"rowid BETWEEN {numbers.first} AND {numbers.last} "
            f"AND rowid - {numbers.first} NOT IN ({known})",
            params,
        )

    def clear(self) -> None:
        """Forget everything."""
        self._delete("TRUE", [])

    def settle(self) -> None:
        """Nothing: FTS5 merges what was written by itself."""

    def _delete(self, which, params):
        with connection.cursor() as cursor:
            for table in _TABLES:
                cursor.execute(f"DELETE FROM {table} WHERE {which}", params)


class SearchBackend(WordsBackend):
    """The search of editors on SQLite."""

    store = SQLiteStore()
