"""Words in a PostgreSQL tsvector, ranked by BM25.

PostgreSQL's own ranks know nothing of how rare a word is or how long a document. Its
`ts_rank_cd`, asked for a single word, is the sum of the weights of the places where the word
stands (https://www.postgresql.org/docs/15/textsearch-controls.html#TEXTSEARCH-RANKING: every
place is a cover of its own), which is the weighted frequency that BM25 wants; how rare the
word and how long the document is come in by BM25's formula.
"""

import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from django.db import connection

from .base import (
    ALL_WORDS,
    ATTACHED,
    BODY,
    K1,
    KEYWORDS,
    MOST_CANDIDATES,
    NEAR,
    TITLE,
    B,
    QueryWord,
    WordRow,
    WordsQuery,
)

# PostgreSQL keeps no position beyond this one, so many of a word, and no tsvector of 1 MB.
_LAST_POSITION = 16_383
_MOST_PLACES = 255
_MOST_BYTES = 900_000
# A word that so many rows have enough of is frequent, without counting further.
_SAMPLE = 400
# What is usual among so many rows is the same a minute later.
_MANY = 10_000
_USUAL_SECONDS = 60
_EXACT_MARK = "\ue001"
# How a word in its exact form begins in a tsquery, within a literal of SQL.
_OPEN = f"''{_EXACT_MARK}"

# ts_rank_cd takes weights up to 1, here for places in attached text, body, keywords and title.
_WEIGHTS = f"{{{ATTACHED / TITLE:.4f},{BODY / TITLE:.4f},{KEYWORDS / TITLE:.4f},1}}"


class PostgreSQLEngine:
    """The words of the site's own PostgreSQL database, in the table `words`."""

    def __init__(self, words: str = "search_words"):
        self._words = words
        self._usual = (0, 1.0)
        self._usual_until = 0.0

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

    def tidy(self) -> None:
        """Take stock of rows that were all written anew, where no transaction is under way."""
        if not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute(f"VACUUM (ANALYZE) {self._words}")

    def find(self, query: WordsQuery) -> dict[int, float]:
        """Return the scores of the best rows by id. Raises DatabaseError."""
        with connection.cursor() as cursor:
            cursor.execute(*self.statement(query))
            return dict(cursor.fetchall())

    def statement(self, query: WordsQuery) -> tuple[str, tuple]:
        """Return the SELECT of (id, score) that `find` runs, with its parameters."""
        terms = _terms(query)
        tiers = _tiers(query)
        sql = self._statement([weight for _term, weight in terms], len(tiers))
        asked = *(term for term, _weight in terms), *tiers, _matched(query)
        return sql, (*asked, *self._usual_rows())

    def frequencies(self, words: Sequence[QueryWord], most: int) -> list[int]:
        """Return how many rows have each of `words`, counting no further than `most`."""
        # Asked for the first few rows of a rare word, the planner would read all rows for them.
        having = "WHERE document @@ %s::tsquery"
        some = (
            f"SELECT count(*) FROM (SELECT document FROM {self._words} LIMIT {_SAMPLE}) s {having}"
        )
        every = f"SELECT least(count(*), {most}) FROM {self._words} {having}"
        counts = " UNION ALL ".join(
            f"SELECT {n}, CASE WHEN ({some}) >= {most} THEN {most} ELSE ({every}) END"
            for n in range(len(words))
        )
        with connection.cursor() as cursor:
            cursor.execute(counts, [said for word in words for said in [_said(word)] * 2])
            return [count for _, count in sorted(cursor.fetchall())]

    def is_answerable(self, query: WordsQuery) -> bool:
        """Return whether any row has what `query` requires and nothing that it excludes."""
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT count(*) FROM {self._words} WHERE document @@ %s::tsquery",
                [_matched(query)],
            )
            return cursor.fetchone() != (0,)

    def holding(self, words: str) -> str:
        """Return a SELECT of the `id` of rows that hold all exact words of the SQL `words`."""
        begin, between, end = (f"'{part}'" for part in (_OPEN, f"'' & {_OPEN}", "''"))
        every_word = f"{begin} || replace({words}, ' ', {between}) || {end}"
        return f"SELECT entry_id AS id FROM {self._words} WHERE document @@ ({every_word})::tsquery"

    def _usual_rows(self) -> tuple[int, float]:
        """Return how many rows there are, and how many words they have on the mean."""
        if time.monotonic() > self._usual_until:
            with connection.cursor() as cursor:
                cursor.execute(
                    f"SELECT count(*), greatest(avg(length), 1)::float8 FROM {self._words}"
                )
                self._usual = cursor.fetchone()
            if self._usual[0] > _MANY:
                self._usual_until = time.monotonic() + _USUAL_SECONDS
        return self._usual

    def _statement(self, weights: list[float], tiers: int) -> str:
        """Return the SELECT: for terms that weigh `weights`, and so many tiers."""
        numbers = range(len(weights))
        found = ", ".join(
            [
                *(f"{_FREQUENCY} AS f{n}" for n in numbers),
                *(f"(document @@ %s::tsquery)::int AS t{n}" for n in range(tiers)),
            ]
        )
        counts = ", ".join(f"count(*) FILTER (WHERE f{n} > 0) AS d{n}" for n in numbers)
        rarity = ", ".join(
            f"ln(1 + (greatest(entries - d{n}, 0) + 0.5) / (d{n} + 0.5)) AS i{n}" for n in numbers
        )
        score = " + ".join(
            f"{weight} * i{n} * f{n} * {K1 + 1} / (f{n} + {K1} * relative_length)"
            for n, weight in enumerate(weights)
        )
        tier = " + ".join(f"t{n}" for n in range(tiers))
        return (
            f"WITH found AS (SELECT entry_id, length, {found} FROM ("
            # Unpacked once, for all that is asked of it.
            f"SELECT entry_id, length, document || '' AS document FROM {self._words} "
            "WHERE document @@ %s::tsquery OFFSET 0) AS unpacked), "
            "site AS (SELECT %s::float8 AS entries, %s::float8 AS usual_length), "
            f"rarity AS (SELECT entries, usual_length, {rarity} FROM site, "
            f"(SELECT {counts} FROM found) AS counts), "
            f"weighed AS (SELECT *, {1 - B} + {B} * length / usual_length AS relative_length "
            "FROM found, rarity) "
            f"SELECT entry_id, ({tier}) * {ALL_WORDS} + {score} "
            f"AS score FROM weighed ORDER BY 2 DESC LIMIT {MOST_CANDIDATES}"
        )


_FREQUENCY = f"ts_rank_cd('{_WEIGHTS}', document, %s::tsquery) * {TITLE}"


def _terms(query: WordsQuery) -> list[tuple[str, float]]:
    """Return what ranks, each with its weight: words, phrases, other names, what resembles."""
    return [
        *((_alternatives(word.forms), word.times) for word in query.words),
        *((_sequence(pieces), 1) for pieces in (*query.phrases, *query.instead)),
        *((_alternatives(word.near), NEAR) for word in query.words if word.near),
    ]


def _matched(query: WordsQuery) -> str:
    any_term = " | ".join(f"({term})" for term, _weight in _terms(query))
    required = [f"({_sequence(pieces, _EXACT_MARK)})" for pieces in query.required]
    excluded = [f"!({_sequence(pieces, _EXACT_MARK)})" for pieces in query.excluded]
    return " & ".join([f"({any_term})", *required, *excluded])


def _tiers(query: WordsQuery) -> list[str]:
    """Return the conditions that rows fulfil which rank before others, from many rows to few."""
    every_word = [f"({_said(word)})" for word in query.words]
    phrases = [_sequence(pieces, _EXACT_MARK) for pieces in query.phrases]
    exact = [_quote(_EXACT_MARK + word.exact) for word in query.words]
    tiers = [" & ".join(every_word), " & ".join(exact + phrases)]
    if any(word.written for word in query.words):
        written = [_quote(_EXACT_MARK + (word.written or word.exact)) for word in query.words]
        tiers.append(" & ".join(written + phrases))
    return tiers


def _said(word: QueryWord) -> str:
    return " | ".join([_alternatives(word.forms), *map(_sequence, word.instead)])


def _alternatives(forms: Iterable[str]) -> str:
    return " | ".join(map(_quote, forms))


def _sequence(pieces: Iterable[str], mark: str = "") -> str:
    return " <-> ".join(_quote(mark + piece) for piece in pieces)


def _quote(word: str) -> str:
    return f"'{word}'"


def _length(row: WordRow) -> int:
    return sum(
        words.count(" ") + 1 for words in (row.title, row.keywords, row.body, row.attached) if words
    )


def _document(row: WordRow) -> str:
    """Return `row` in tsvector's notation: title weighs A, keywords B, body C, the rest D."""
    places: dict[str, list[str]] = defaultdict(list)
    fields = (("A", row.title), ("B", row.keywords), ("C", row.body), ("", row.attached))
    _place(places, fields, "")
    _place(places, (("", row.exact), ("", row.written)), _EXACT_MARK)
    parts = [f"'{word}':{','.join(where[:_MOST_PLACES])}" for word, where in places.items()]
    return _within_limit(parts)


def _place(places: dict[str, list[str]], fields: tuple[tuple[str, str], ...], mark: str) -> None:
    """Add where the words of `fields`, pairs of a weight's letter and text, stand."""
    before = 0
    for weight, text in fields:
        words = text.split()
        for position, word in enumerate(words, before + 1):
            places[mark + word].append(f"{min(position, _LAST_POSITION)}{weight}")
        before += len(words) + 1  # A phrase does not run from one field into the next.


def _within_limit(parts: list[str]) -> str:
    document = " ".join(parts)
    if len(document.encode()) <= _MOST_BYTES:
        return document
    sizes = accumulate(len(part.encode()) + 1 for part in parts)
    return " ".join(parts[: sum(size <= _MOST_BYTES for size in sizes)])
