"""Words in an SQLite FTS5 table, ranked by its BM25; search.migrations.0002_words creates it."""

import json
from collections.abc import Iterable

from django.db import connection

from .base import (
    ALL_WORDS,
    BODY,
    EXACT,
    KEYWORDS,
    MOST_CANDIDATES,
    TITLE,
    Candidates,
    QueryWord,
    WordRow,
    WordsQuery,
)

_WEIGHTS = f"bm25({TITLE}, {KEYWORDS}, {BODY}, {EXACT})"


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
                f"INSERT OR REPLACE INTO {self._words}(rowid, title, keywords, body, exact) "
                "VALUES (%s, %s, %s, %s, %s)",
                [(row.id, row.title, row.keywords, row.body, row.exact) for row in rows],
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

    def candidates(self, query: WordsQuery) -> Candidates:
        """Return how to select the rows that answer `query`."""
        words = [_match(word) for word in query.words]
        phrases = ['"' + " ".join(pieces) + '"' for pieces in query.phrases]
        repeated = [
            match for match, word in zip(words, query.words, strict=True) for _ in range(word.times)
        ]
        any_word = " OR ".join(repeated + phrases)
        every_word = " AND ".join(words)
        if phrases:
            every_word = f"({every_word}) AND ({any_word})"
        as_written = " AND ".join(f'exact : "{word.exact}"' for word in query.words)
        # What is asked for and what that is worth; a single word is every word.
        asked = {any_word: 0.0, every_word: ALL_WORDS}
        asked[f"({as_written}) AND ({any_word})"] = 2 * ALL_WORDS
        ranked = " UNION ALL ".join(map(self._ranked, asked.values()))
        sql = (
            f"SELECT entry_id, MAX(score) AS score FROM ({ranked}) GROUP BY entry_id "
            f"ORDER BY 2 DESC LIMIT {MOST_CANDIDATES}"
        )
        return Candidates(sql, tuple(asked))

    def listed(self, scores: dict[int, float]) -> Candidates:
        """Return how to select the rows that another engine has found."""
        sql = "SELECT CAST(key AS INTEGER) AS entry_id, value AS score FROM json_each(%s)"
        return Candidates(sql, (json.dumps(scores),))

    def holding(self, words: str) -> str:
        """Return a SELECT of the `id` of rows that hold all exact words of the SQL `words`."""
        every_word = f"'exact : (\"' || replace({words}, ' ', '\" AND \"') || '\")'"
        return f"SELECT rowid AS id FROM {self._words} WHERE {self._words} MATCH {every_word}"

    def _ranked(self, bonus: float) -> str:
        return (
            f"SELECT entry_id, score FROM (SELECT rowid AS entry_id, {bonus} - rank AS score "
            f"FROM {self._words} WHERE {self._words} MATCH %s AND rank MATCH '{_WEIGHTS}' "
            f"ORDER BY rank LIMIT {MOST_CANDIDATES})"
        )


def _match(word: QueryWord) -> str:
    forms = " OR ".join(f'"{form}"' for form in (word.exact, *word.stems))
    return f'({{title keywords body}} : ({forms}) OR exact : "{word.exact}")'
