"""Words in a PostgreSQL tsvector, ranked by BM25.

PostgreSQL's own ranks know nothing of how rare a word is or how long a document. Its
`ts_rank_cd`, asked for a single word, is the sum of the weights of the places where the word
stands (https://www.postgresql.org/docs/15/textsearch-controls.html#TEXTSEARCH-RANKING: every
place is a cover of its own), which is the weighted frequency that BM25 wants; how rare the
word and how long the document is come in by BM25's formula.
"""

import json
from collections.abc import Iterable

from django.db import connection

from .base import (
    ALL_WORDS,
    BODY,
    EXACT,
    K1,
    KEYWORDS,
    MOST_CANDIDATES,
    TITLE,
    B,
    Candidates,
    QueryWord,
    WordRow,
    WordsQuery,
)

# PostgreSQL keeps no position beyond this one, so many of a word, and no tsvector of 1 MB.
_LAST_POSITION = 16_383
_MOST_PLACES = 255
_MOST_BYTES = 900_000
_EXACT_MARK = "\ue001"
# How a word in its exact form begins in a tsquery, within a literal of SQL.
_OPEN = f"''{_EXACT_MARK}"

# ts_rank_cd takes weights up to 1, here for places in exact forms, body, keywords and title.
_WEIGHTS = f"{{{EXACT / TITLE:.4f},{BODY / TITLE:.4f},{KEYWORDS / TITLE:.4f},1}}"


class PostgreSQLEngine:
    """The words of the site's own PostgreSQL database, in the table `words`."""

    def __init__(self, words: str = "search_words"):
        self._words = words

    def apart(self, name: str, rows: Iterable[WordRow]) -> "PostgreSQLEngine":
        """Return an engine on a temporary table `name` that holds `rows`, made like the site's."""
        with connection.cursor() as cursor:
            cursor.execute(f"CREATE TEMPORARY TABLE {name} (LIKE {self._words} INCLUDING ALL)")
        engine = PostgreSQLEngine(name)
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
                f"INSERT INTO {self._words} (entry_id, length, document) "
                "VALUES (%s, %s, %s::tsvector) ON CONFLICT (entry_id) DO UPDATE "
                "SET length = excluded.length, document = excluded.document",
                [(row.id, _length(row), _document(row)) for row in rows],
            )

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; unknown ones are no error."""
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {self._words} WHERE entry_id = ANY(%s)", [list(ids)])

    def delete_orphans(self) -> None:
        """Forget the rows whose entry is gone."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {self._words} "
                "WHERE entry_id NOT IN (SELECT page_id FROM search_entry)"
            )

    def candidates(self, query: WordsQuery) -> Candidates:
        """Return how to select the rows that answer `query`."""
        terms = [term for word in query.words for term in _terms_of(word)]
        phrases = [" <-> ".join(map(_quote, pieces)) for pieces in query.phrases]
        asked = [*(form for form, _times in terms), *phrases]
        times = [times for _form, times in terms] + [1] * len(phrases)
        return Candidates(
            self._statement(times, len(query.words)),
            (" | ".join(f"({form})" for form, _times in terms), *asked),
        )

    def listed(self, scores: dict[int, float]) -> Candidates:
        """Return how to select the rows that another engine has found."""
        sql = "SELECT key::bigint AS entry_id, value::float8 AS score FROM json_each_text(%s::json)"
        return Candidates(sql, (json.dumps(scores),))

    def holding(self, words: str) -> str:
        """Return a SELECT of the `id` of rows that hold all exact words of the SQL `words`."""
        begin, between, end = (f"'{part}'" for part in (_OPEN, f"'' & {_OPEN}", "''"))
        every_word = f"{begin} || replace({words}, ' ', {between}) || {end}"
        return f"SELECT entry_id AS id FROM {self._words} WHERE document @@ ({every_word})::tsquery"

    def _statement(self, times: list[int], words: int) -> str:
        """Return the SELECT: `times` has a number for each term, two terms a word, then phrases."""
        numbers = range(len(times))
        ranks = [_FREQUENCY if n < 2 * words else _PHRASE for n in numbers]
        found = ", ".join(f"{rank} AS f{n}" for n, rank in enumerate(ranks))
        counts = ", ".join(f"count(*) FILTER (WHERE f{n} > 0) AS d{n}" for n in numbers)
        rarity = ", ".join(
            f"ln(1 + (entries - d{n} + 0.5) / (d{n} + 0.5)) AS i{n}" for n in numbers
        )
        score = " + ".join(
            f"{count} * i{n} * f{n} * {K1 + 1} / (f{n} + {K1} * relative_length)"
            for n, count in enumerate(times)
        )
        every_word = " AND ".join(f"f{2 * n} + f{2 * n + 1} > 0" for n in range(words))
        as_written = " AND ".join(f"f{2 * n + 1} > 0" for n in range(words))
        return (
            "WITH unpacked AS MATERIALIZED (SELECT entry_id, length, document || '' AS document "
            f"FROM {self._words} WHERE document @@ %s::tsquery), "
            f"found AS (SELECT entry_id, length, {found} FROM unpacked), "
            "site AS (SELECT count(*)::float8 AS entries, "
            "greatest(avg(length), 1)::float8 AS usual_length "
            f"FROM {self._words}), "
            f"rarity AS (SELECT entries, usual_length, {rarity} FROM site, "
            f"(SELECT {counts} FROM found) AS counts), "
            f"weighed AS (SELECT *, {1 - B} + {B} * length / usual_length AS relative_length "
            "FROM found, rarity) "
            f"SELECT entry_id, (({every_word})::int + ({as_written})::int) * {ALL_WORDS} + {score} "
            f"AS score FROM weighed ORDER BY 2 DESC LIMIT {MOST_CANDIDATES}"
        )


_FREQUENCY = f"ts_rank_cd('{_WEIGHTS}', document, %s::tsquery) * {TITLE}"
# A phrase counts like a word that stands once in the body.
_PHRASE = f"(document @@ %s::tsquery)::int * {BODY}"


def _terms_of(word: QueryWord) -> list[tuple[str, int]]:
    """Return the two terms of a word, its stems and its exact form, each with its times."""
    stems = " | ".join(map(_quote, (word.exact, *word.stems)))
    return [(stems, word.times), (_quote(_EXACT_MARK + word.exact), word.times)]


def _quote(word: str) -> str:
    return f"'{word}'"


def _length(row: WordRow) -> int:
    return sum(words.count(" ") + 1 for words in (row.title, row.keywords, row.body) if words)


def _document(row: WordRow) -> str:
    """Return `row` in tsvector's notation: title weighs A, keywords B, body C, exact forms D."""
    places: dict[str, list[str]] = {}
    _place(places, (("A", row.title), ("B", row.keywords), ("C", row.body)), "")
    _place(places, (("", row.exact),), _EXACT_MARK)
    parts = [f"'{word}':" + ",".join(where[:_MOST_PLACES]) for word, where in places.items()]
    return _within_limit(parts)


def _place(places: dict[str, list[str]], fields: tuple[tuple[str, str], ...], mark: str) -> None:
    """Add where the words of `fields`, pairs of a weight's letter and text, stand."""
    position = 0
    for weight, words in fields:
        for word in words.split():
            position = min(position + 1, _LAST_POSITION)
            places.setdefault(mark + word, []).append(f"{position}{weight}")
        position += 1  # A phrase does not run from one field into the next.


def _within_limit(parts: list[str]) -> str:
    size = 0
    for count, part in enumerate(parts):
        size += len(part.encode()) + 1
        if size > _MOST_BYTES:
            return " ".join(parts[:count])
    return " ".join(parts)
