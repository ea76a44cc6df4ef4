"""Words in an SQLite FTS5 table, ranked by its BM25; search.migrations.0002_words creates it."""

from collections.abc import Iterable, Sequence

from django.db import connection

from .base import (
    ALL_WORDS,
    ATTACHED,
    BODY,
    KEYWORDS,
    NEAR,
    TITLE,
    QueryWord,
    WordRow,
    WordsQuery,
    best,
)

# Exact forms are looked for, and rank nothing by themselves.
_WEIGHTS = f"bm25({TITLE}, {KEYWORDS}, {BODY}, {ATTACHED}, 0)"
_STEMS = "{title keywords body attached}"
# More forms and names of a word than these are ranked together.
_MOST_APART = 8


class SQLiteEngine:
    """The words of the site's own SQLite database, in the table `words`."""

    def __init__(self, words: str = "search_words"):
        self._words = words

    def apart(self, name: str, rows: Iterable[WordRow]) -> "SQLiteEngine":
        """Return an engine on a temporary table `name` that holds `rows`, made like the site's."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = %s", [self._words])
            (definition,) = cursor.fetchone()
            cursor.execute(definition.replace(self._words, f"temp.{name}", 1))
        engine = SQLiteEngine(name)
        engine.replace(rows)
        return engine

    def drop(self) -> None:
        """Remove the table and all that is in it."""
        with connection.cursor() as cursor:
            cursor.execute(f"DROP TABLE {self._words}")

    def replace(self, rows: Iterable[WordRow]) -> None:
        """Store `rows` in place of those with the same ids."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"INSERT OR REPLACE INTO {self._words}"
                "(rowid, title, keywords, body, attached, exact) VALUES (%s, %s, %s, %s, %s, %s)",
                [
                    (
                        row.id,
                        row.title,
                        row.keywords,
                        row.body,
                        row.attached,
                        f"{row.exact} {row.written}",
                    )
                    for row in rows
                ],
            )

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; unknown ones are no error."""
        with connection.cursor() as cursor:
            cursor.executemany(
                f"DELETE FROM {self._words} WHERE rowid = %s", [(entry_id,) for entry_id in ids]
            )

    def delete_orphans(self) -> None:
        """Forget the rows whose entry is gone."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {self._words} WHERE rowid NOT IN (SELECT page_id FROM search_entry)"
            )

    def tidy(self) -> None:
        """Take stock of rows that were all written anew."""
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA optimize")

    def find(self, query: WordsQuery) -> dict[int, float]:
        """Return the scores of the best rows by id. Raises DatabaseError."""
        scores = self._scores(query)
        for row_id in self._risen(query, len(scores)) if scores else ():
            if row_id in scores:
                scores[row_id] += ALL_WORDS
        return best(scores)

    def frequencies(self, words: Sequence[QueryWord], most: int) -> list[int]:
        """Return how many rows have each of `words`, counting no further than `most`."""
        counts = " UNION ALL ".join(
            f"SELECT {n}, COUNT(*) FROM ({self._having()} LIMIT {most})" for n in range(len(words))
        )
        with connection.cursor() as cursor:
            cursor.execute(counts, [_has(_said(word)) for word in words])
            return [count for _, count in sorted(cursor.fetchall())]

    def is_answerable(self, query: WordsQuery) -> bool:
        """Return whether any row has what `query` requires and nothing that it excludes."""
        with connection.cursor() as cursor:
            cursor.execute(f"{self._having()} LIMIT 1", [_limited(_any_of(query), query)])
            return cursor.fetchone() is not None

    def holding(self, words: str) -> str:
        """Return a SELECT of the `id` of rows that hold all exact words of the SQL `words`."""
        every_word = f"'exact : (\"' || replace({words}, ' ', '\" AND \"') || '\")'"
        return f"SELECT rowid AS id FROM {self._words} WHERE {self._words} MATCH {every_word}"

    def _scores(self, query: WordsQuery) -> dict[int, float]:
        parts = [(match, 1) for match in _asked(query)]
        if query.near:
            parts.append((f"{_STEMS} : ({_alternatives(query.near)})", NEAR))
        # Not in order: FTS5 takes as long to sort many rows as to rank them.
        sql = " UNION ALL ".join(
            f"SELECT rowid, -{weight} * rank FROM {self._words} "
            f"WHERE {self._words} MATCH %s AND rank MATCH '{_WEIGHTS}'"
            for _match, weight in parts
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [_limited(match, query) for match, _weight in parts])
            rows = cursor.fetchall()
        scores = dict(rows)
        if len(scores) < len(rows):
            scores = dict.fromkeys(scores, 0.0)
            for row_id, score in rows:
                scores[row_id] += score
        return scores

    def _risen(self, query: WordsQuery, found: int) -> list[int]:
        """Return the rows of each tier, those that are in several so many times.

        What stands in a row as it was asked stands there as a stem too: where as many rows have it
        as were `found`, all of these do, and it decides nothing.
        """
        tiers = _tiers(query)
        all_of_them = -1 if query.required or query.excluded else found
        sql = " UNION ALL ".join(
            f"SELECT {self._words}.rowid "
            f"FROM (SELECT COUNT(*) AS number FROM ({self._having()})) CROSS JOIN {self._words} "
            f"WHERE number <> {all_of_them} AND {self._words} MATCH %s"
            for _tier in tiers
        )
        with connection.cursor() as cursor:
            cursor.execute(sql, [tier for tier in tiers for _ in range(2)])
            return [row_id for (row_id,) in cursor.fetchall()]

    def _having(self) -> str:
        return f"SELECT rowid FROM {self._words} WHERE {self._words} MATCH %s"


def _any_of(query: WordsQuery) -> str:
    """Return the expression that any word, phrase or other name of what is asked for matches."""
    return f"{_STEMS} : ({_alternatives(_expressions(query))})"


def _asked(query: WordsQuery) -> list[str]:
    """Return the expressions whose ranks add up to that of what is asked for.

    The forms of one word hardly ever stand in the same row, as each language has its own: one
    after the other they are ranked quicker than as alternatives.
    """
    expressions = _expressions(query)
    if len(query.words) == 1 and len(expressions) <= _MOST_APART:
        return [f"{_STEMS} : ({_alternatives([each])})" for each in expressions]
    return [_any_of(query)]


def _expressions(query: WordsQuery) -> list[str]:
    forms = [form for word in query.words for _ in range(word.times) for form in word.forms]
    return [*forms, *map(" ".join, (*query.phrases, *query.instead))]


def _tiers(query: WordsQuery) -> list[str]:
    """Return the expressions of the rows that rank before others, from many rows to few."""
    sequences = [f'"{" ".join(pieces)}"' for pieces in query.phrases]
    exact = [f'"{word.exact}"' for word in query.words]
    tiers = [f"exact : ({' AND '.join(exact + sequences)})"]
    if len(query.words) > 1 or any(word.instead for word in query.words):
        tiers.insert(0, " AND ".join(_has(_said(word)) for word in query.words))
    if any(word.written for word in query.words):
        written = [f'"{word.written or word.exact}"' for word in query.words]
        tiers.append(f"exact : ({' AND '.join(written + sequences)})")
    return tiers


def _said(word: QueryWord) -> list[str]:
    return [*word.forms, *map(" ".join, word.instead)]


def _limited(match: str, query: WordsQuery) -> str:
    for pieces in query.required:
        match = f'({match}) AND exact : "{" ".join(pieces)}"'
    for pieces in query.excluded:
        match = f'({match}) NOT exact : "{" ".join(pieces)}"'
    return match


def _has(forms: Iterable[str]) -> str:
    return f"({_STEMS} : ({_alternatives(forms)}))"


def _alternatives(forms: Iterable[str]) -> str:
    return " OR ".join(f'"{form}"' for form in forms)
