"""Words in a PostgreSQL tsvector, ranked after the manner of BM25.

PostgreSQL's own ranks know nothing of how rare a word is or how long a document. Here its
`ts_rank` gives, word by word, how often and how prominently the word stands in a document
(it grows ever more slowly with repeats, as BM25's term frequency does), and the rarity of the
word among all documents and the length of the document come in by BM25's formula
(Robertson and Zaragoza 2009, k1 = 1.2). Length counts less than usual (b = 0.25, not 0.75):
`ts_rank` grows so slowly that a long document cannot make up for it by repeating the word.
"""

import json

from django.db import connection

from .base import (
    ALL_WORDS,
    BODY,
    EXACT,
    KEYWORDS,
    MOST_CANDIDATES,
    TITLE,
    Candidates,
    WordRow,
    WordsQuery,
)

# PostgreSQL keeps no position beyond this one, so many of a word, and no tsvector of 1 MB.
_LAST_POSITION = 16_383
_MOST_PLACES = 255
_MOST_BYTES = 900_000
_B = 0.25
_EXACT_MARK = "\ue001"

# ts_rank takes weights up to 1, and gives a word that stands once 6/pi² of its weight.
_WEIGHTS = f"{{{EXACT / TITLE:.4f},{BODY / TITLE:.4f},{KEYWORDS / TITLE:.4f},1}}"
_SCALE = TITLE / 0.6079271


class PostgreSQLEngine:
    """The words of the site's own PostgreSQL database."""

    def replace(self, rows: list[WordRow]) -> None:
        """Store `rows` in place of those with the same ids."""
        with connection.cursor() as cursor:
            cursor.executemany(
                "INSERT INTO search_words (entry_id, length, document) "
                "VALUES (%s, %s, %s::tsvector) ON CONFLICT (entry_id) DO UPDATE "
                "SET length = excluded.length, document = excluded.document",
                [(row.id, _length(row), _document(row)) for row in rows],
            )

    def delete(self, ids: list[int]) -> None:
        """Forget the rows with these ids; unknown ones are no error."""
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_words WHERE entry_id = ANY(%s)", [list(ids)])

    def delete_orphans(self) -> None:
        """Forget the rows whose entry is gone."""
        with connection.cursor() as cursor:
            cursor.execute(
                "DELETE FROM search_words WHERE entry_id NOT IN (SELECT page_id FROM search_entry)"
            )

    def candidates(self, query: WordsQuery) -> Candidates:
        """Return how to select the rows that answer `query`."""
        words = [_any_of((word.exact, *word.stems), word.exact) for word in query.words]
        phrases = [" <-> ".join(map(_quote, pieces)) for pieces in query.phrases]
        ranks = [_word_rank(1 + len(word.stems) + 1) for word in query.words]
        ranks += [_PHRASE_RANK] * len(phrases)
        return Candidates(_statement(ranks, len(words)), (*words, *phrases, " | ".join(words)))

    def listed(self, scores: dict[int, float]) -> Candidates:
        """Return how to select the rows that another engine has found."""
        sql = "SELECT key::bigint AS entry_id, value::float8 AS score FROM json_each_text(%s::json)"
        return Candidates(sql, (json.dumps(scores),))

    def prefix_lookup(self, field: str, prefix: str) -> dict[str, str]:
        """Return the lookup for values that begin with `prefix`, such that an index serves it."""
        return {f"{field}__startswith": prefix}


# A phrase counts like a word that stands once in the body.
_PHRASE_RANK = f"(document @@ %s::tsquery)::int * {BODY}"


def _word_rank(forms: int) -> str:
    """ts_rank divides by the number of forms asked for, which says nothing of a document."""
    return f"ts_rank('{_WEIGHTS}', document, %s::tsquery) * {forms * _SCALE}"


def _statement(ranks: list[str], words: int) -> str:
    numbers = range(len(ranks))
    found = ", ".join(f"{rank} AS r{n}" for n, rank in enumerate(ranks))
    counts = ", ".join(f"count(*) FILTER (WHERE r{n} > 0) AS d{n}" for n in numbers)
    rarity = ", ".join(f"ln(1 + (entries - d{n} + 0.5) / (d{n} + 0.5)) AS i{n}" for n in numbers)
    score = " + ".join(f"i{n} * r{n} * 2.2 / (r{n} + 1.2 * relative_length)" for n in numbers)
    every_word = " AND ".join(f"r{n} > 0" for n in range(words))
    return (
        f"WITH found AS (SELECT entry_id, length, {found} FROM search_words "
        "WHERE document @@ %s::tsquery), "
        "site AS (SELECT count(*) AS entries, greatest(avg(length), 1) AS usual_length "
        "FROM search_words), "
        f"rarity AS (SELECT entries, usual_length, {rarity} FROM site, "
        f"(SELECT {counts} FROM found) AS counts), "
        f"weighed AS (SELECT *, {1 - _B} + {_B} * length / usual_length AS relative_length "
        "FROM found, rarity) "
        f"SELECT entry_id, CASE WHEN {every_word} THEN {ALL_WORDS} ELSE 0 END + {score} AS score "
        f"FROM weighed ORDER BY 2 DESC LIMIT {MOST_CANDIDATES}"
    )


def _any_of(forms: tuple[str, ...], exact: str) -> str:
    return "(" + " | ".join(map(_quote, (*forms, _EXACT_MARK + exact))) + ")"


def _quote(word: str) -> str:
    return f"'{word}'"


def _length(row: WordRow) -> int:
    return sum(words.count(" ") + 1 for words in (row.title, row.keywords, row.body) if words)


def _document(row: WordRow) -> str:
    """Return `row` in tsvector's notation: title weighs A, keywords B, body C, exact forms D."""
    places: dict[str, list[str]] = {}
    position = 0
    for weight, words in (("A", row.title), ("B", row.keywords), ("C", row.body)):
        for word in words.split():
            position = min(position + 1, _LAST_POSITION)
            places.setdefault(word, []).append(f"{position}{weight}")
        position += 1  # A phrase does not run from one field into the next.
    parts = [f"'{word}':" + ",".join(where[:_MOST_PLACES]) for word, where in places.items()]
    parts += [f"'{_EXACT_MARK}{word}'" for word in dict.fromkeys(row.exact.split())]
    return _within_limit(parts)


def _within_limit(parts: list[str]) -> str:
    size = 0
    for count, part in enumerate(parts):
        size += len(part.encode()) + 1
        if size > _MOST_BYTES:
            return " ".join(parts[:count])
    return " ".join(parts)
