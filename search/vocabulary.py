"""The words that the site has, found by what resembles them.

Every word is kept under keys that most misspellings, other endings and other scripts leave as they
are: its skeleton, that with one sound left out (as W. Garbe's SymSpell does with letters,
https://github.com/wolfgarbe/SymSpell), and its beginning. What is asked for is looked up under its
own keys, so a look-up costs the same in a vocabulary of any size.
"""

from collections.abc import Iterable
from itertools import chain
from typing import NamedTuple

from django.db import connection, transaction

from .bulk import insert_rows
from .engines.base import WordRow
from .skeletons import skeleton

_ROWS_AT_ONCE = 2_000
_LEARNT_AT_ONCE = 10_000
# Keys that very many words share say little; those of long beginnings and skeletons come first.
_MOST_READ = 2_000
_NEIGHBOURS = 3
# Which skeletons are long enough to do without one of their sounds, and how much of a word is
# taken for its beginning if the word goes on.
_LONG_SKELETON = 4
_BEGINNINGS = (4, 6, 8)


class KnownWord(NamedTuple):
    """A word that some entry has: its exact form, and the form in which engines rank it."""

    exact: str
    stem: str


class Vocabulary:
    """The words in the tables `words` and `keys` of the site's database."""

    def __init__(self, words: str = "search_vocabularyword", keys: str = "search_vocabularykey"):
        self._words, self._keys = words, keys

    def apart(self, name: str, rows: Iterable[WordRow]) -> "Vocabulary":
        """Return a vocabulary of the words of `rows`, in temporary tables named after `name`."""
        words, keys = f"{name}_words", f"{name}_keys"
        serial = "integer" if connection.vendor == "sqlite" else "serial"
        with connection.cursor() as cursor:
            cursor.execute(
                f"CREATE TEMPORARY TABLE {words} "
                f"(id {serial} PRIMARY KEY, exact text, stem text, UNIQUE (exact, stem))"
            )
            cursor.execute(
                f"CREATE TEMPORARY TABLE {keys} "
                "(key text, word_id integer, PRIMARY KEY (key, word_id))"
            )
        vocabulary = Vocabulary(words, keys)
        vocabulary.learn(pairs_of(rows))
        return vocabulary

    def drop(self) -> None:
        """Remove the tables and all that is in them."""
        with connection.cursor() as cursor:
            for table in (self._keys, self._words):
                cursor.execute(f"DROP TABLE {table}")

    def learn(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add words, exact forms with stems; those known already stay as they are."""
        for words in _in_steps(sorted(pair for pair in pairs if not pair[0].isdigit())):
            keys = {exact: keys_of(exact) for exact, _ in words}
            with transaction.atomic():
                self._add(words, keys)

    def forget_unused(self, engine, known: set[int]) -> None:
        """Remove the words that no row of `engine` has any more.

        Those whose hashes are among `known` are taken to be in use.
        """
        words = self._read(f"SELECT id, exact, stem FROM {self._words}", [])
        doubtful = [pk for pk, *pair in words if hash(tuple(pair)) not in known]
        unused = f"NOT EXISTS ({engine.holding(f'{self._words}.exact')})"
        with connection.cursor() as cursor:
            for some in _in_steps(doubtful):
                these = ", ".join(map(str, some))
                cursor.execute(f"DELETE FROM {self._words} WHERE id IN ({these}) AND {unused}")
            if doubtful:
                cursor.execute(
                    f"DELETE FROM {self._keys} WHERE word_id NOT IN (SELECT id FROM {self._words})"
                )

    def resembling(self, exact_forms: Iterable[str]) -> dict[str, set[KnownWord]]:
        """Return for each of these folded words the known words that share a key with it."""
        asked = {exact: keys_of(exact) for exact in exact_forms}
        wanted = sorted(set(chain.from_iterable(asked.values())))
        found: dict[str, set[KnownWord]] = {}
        for key, *word in self._read(
            f"SELECT k.key, w.exact, w.stem FROM {self._keys} k JOIN {self._words} w "
            f"ON w.id = k.word_id WHERE k.key IN ({', '.join(['%s'] * len(wanted))}) "
            f"ORDER BY LENGTH(k.key) DESC LIMIT {_MOST_READ}",
            wanted,
        ):
            found.setdefault(key, set()).add(KnownWord(*word))
        return {
            exact: set().union(*(found.get(key, ()) for key in keys))
            for exact, keys in asked.items()
        }

    def neighbours(self, exact: str) -> list[KnownWord]:
        """Return the words before and after a folded word in the order of the alphabet."""
        sides = " UNION ALL ".join(
            f"SELECT * FROM (SELECT exact, stem FROM {self._words} WHERE exact {comparison} %s "
            f"ORDER BY exact {order} LIMIT {_NEIGHBOURS}) AS side{order}"
            for comparison, order in ((">=", "ASC"), ("<", "DESC"))
        )
        return [KnownWord(*row) for row in self._read(sides, [exact, exact])]

    def _add(self, words, keys):
        marks = ", ".join(["(%s, %s)"] * len(words))
        new = self._read(
            f"INSERT INTO {self._words} (exact, stem) VALUES {marks} "
            "ON CONFLICT DO NOTHING RETURNING id, exact",
            list(chain.from_iterable(words)),
        )
        rows = sorted((key, pk) for pk, exact in new for key in keys[exact])
        insert_rows(self._keys, ("key", "word_id"), rows)

    def _read(self, sql, parameters):
        with connection.cursor() as cursor:
            cursor.execute(sql, parameters)
            return cursor.fetchall()


class Sieve:
    """Lets each word pass once; `known` has the hashes of all that have passed."""

    def __init__(self):
        self.known: set[int] = set()

    def passed(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        """Return those words, exact forms with stems, that come for the first time."""
        new = {mark: pair for pair in pairs if (mark := hash(pair)) not in self.known}
        self.known.update(new)
        return [*new.values()]


class Learner(Sieve):
    """Learns words that several have met, each once and many at a time."""

    def __init__(self):
        super().__init__()
        self._new: list[tuple[str, str]] = []

    def add(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Learn words, exact forms with stems, now or later."""
        self._new += self.passed(pairs)
        if len(self._new) >= _LEARNT_AT_ONCE:
            self.finish()

    def finish(self) -> None:
        """Learn what has been left for later."""
        new, self._new = self._new, []
        Vocabulary().learn(new)


def keys_of(exact: str) -> set[str]:
    """Return the keys of a folded word.

    Signs that are part of no word tell the kinds of keys apart.
    """
    bones = skeleton(exact)
    keys = {f"^{exact[:length]}" for length in _BEGINNINGS if len(exact) > length}
    if len(bones) > 1:
        keys.add(bones)
    if len(bones) >= _LONG_SKELETON:
        keys |= set(_shortened(bones))
    else:
        keys |= {f"={exact}", *(f"={shorter}" for shorter in _shortened(exact) if shorter)}
    return keys


def _shortened(text):
    return (text[:n] + text[n + 1 :] for n in range(len(text)))


def pairs_of(rows: Iterable[WordRow]) -> set[tuple[str, str]]:
    """Return the exact forms of `rows` with their stems."""
    pairs: set[tuple[str, str]] = set()
    for row in rows:
        stems = " ".join((row.title, row.keywords, row.body, row.attached))
        pairs.update(zip(row.exact.split(), stems.split(), strict=False))
    return pairs


def _in_steps(rows):
    return (rows[start : start + _ROWS_AT_ONCE] for start in range(0, len(rows), _ROWS_AT_ONCE))
