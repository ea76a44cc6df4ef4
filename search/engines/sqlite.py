"""Words in an SQLite FTS5 table, ranked by its BM25.

The table's `rank` weighs the columns; search.migrations.0002_words creates it.
"""

import json

from django.db import connection

from .base import (
    ALL_WORDS,
    MOST_CANDIDATES,
    Candidates,
    QueryWord,
    WordRow,
    WordsQuery,
)

_RANKED = (
    "SELECT entry_id, score FROM (SELECT rowid AS entry_id, {bonus} - rank AS score "
    f"FROM search_words WHERE search_words MATCH %s ORDER BY rank LIMIT {MOST_CANDIDATES})"
)


class SQLiteEngine:
    """The words of the site's own SQLite database."""

    def replace(self, rows: list[WordRow]) -> None:
        """Store `rows` in place of those with the same ids."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT OR REPLACE INTO search_words(rowid, title, keywords, body, exact) "
                "VALUES (%s, %s, %s, %s, %s)",
                [(row.id, row.title, row.keywords, row.body, row.exact) for row in rows],
            )

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; unknown ones are no error."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "DELETE FROM search_words WHERE rowid = %s", [(entry_id,) for entry_id in ids]
            )

    def delete_orphans(self) -> None:
        """Forget the rows whose entry is gone."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM search_words WHERE rowid NOT IN (SELECT page_id FROM search_entry)"
            )

    def candidates(self, query: WordsQuery) -> Candidates:
        """Return how to select the rows that answer `query`."""
        words = [_match(word) for word in query.words]
        phrases = ['"' + " ".join(pieces) + '"' for pieces in query.phrases]
        any_word = " OR ".join(words + phrases)
        if len(words) == 1:
            return Candidates(_RANKED.format(bonus=ALL_WORDS), (any_word,))
        every_word = " AND ".join(words)
        if phrases:
            every_word = f"({every_word}) AND ({any_word})"
        sql = (
            "SELECT entry_id, MAX(score) AS score FROM ("
            f"{_RANKED.format(bonus=ALL_WORDS)} UNION ALL {_RANKED.format(bonus='0')}"
            f") GROUP BY entry_id ORDER BY 2 DESC LIMIT {MOST_CANDIDATES}"
        )
        return Candidates(sql, (every_word, any_word))

    def listed(self, scores: dict[int, float]) -> Candidates:
        """Return how to select the rows that another engine has found."""
        sql = "SELECT CAST(key AS INTEGER) AS entry_id, value AS score FROM json_each(%s)"
        return Candidates(sql, (json.dumps(scores),))

    def prefix_lookup(self, field: str, prefix: str) -> dict[str, str]:
        """Return the lookup for values that begin with `prefix`, such that an index serves it."""
        return {f"{field}__gte": prefix, f"{field}__lt": prefix + "\U0010ffff"}


def _match(word: QueryWord) -> str:
    forms = " OR ".join(f'"{form}"' for form in (word.exact, *word.stems))
    return f'({{title keywords body}} : ({forms}) OR exact : "{word.exact}")'
