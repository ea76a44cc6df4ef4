"""The vocabulary as one process holds it: made once, small, quick to look things up in.

Expressions are numbered, those of a concept one after the other. What is known of them stands
in arrays of numbers, and words are kept as their hashes only: as dictionaries of words, 5,000
concepts in twelve languages would take many times the memory.
"""

from array import array
from bisect import bisect_left
from itertools import groupby
from operator import itemgetter

from django.db.models import CharField
from django.db.models.functions import Cast

from core.lines import lines_of

from .analysis import STEMMED
from .expressions import stems_of, without_brackets, words_of
from .models import SearchTerm
from .models.terms import version_of

# The first letters of a word say whether to look further; a stem begins with its language.
_OPENING = 6
_ROW = ("concept", "locale__language_code", "name", "alternatives", "digest")


class _Lookup:
    """Finds the numbers of expressions by the hash of their words."""

    def __init__(self, hashes):
        self._numbers = array("L", sorted(range(len(hashes)), key=hashes.__getitem__))
        self._hashes = array("q", (hashes[number] for number in self._numbers))

    def get(self, wanted: int) -> array:
        """Return the numbers of the expressions whose words have the hash `wanted`."""
        first = last = bisect_left(self._hashes, wanted)
        while last < len(self._hashes) and self._hashes[last] == wanted:
            last += 1
        return self._numbers[first:last]


class TermTable:
    """All expressions of the vocabulary; one that was never read is empty and has no version."""

    def __init__(self):
        self.version = ""
        self._texts: list[str] = []
        self._languages: list[str] = []
        self._places = array("H")
        self._counts = array("B")
        self._exact = array("q")
        self._stemmed = array("q")
        self._concepts = array("L")
        self._starts = array("L")
        self._reach: dict[str, int] = {}

    @classmethod
    def read(cls, before: "TermTable") -> "TermTable":
        """Return the table of what the database has now; raises DatabaseError.

        Expressions that `before` knows are not analysed again.
        """
        table, known = cls(), before._analysed()
        table._reach.update(before._reach)
        count = total = 0
        # A key as text is made more quickly than a UUID, and says as well what belongs together.
        terms = SearchTerm.objects.annotate(concept=Cast("translation_key", CharField()))
        rows = terms.order_by("translation_key", "pk").values_list(*_ROW)
        for _concept, of_concept in groupby(rows.iterator(), key=itemgetter(0)):
            table._starts.append(len(table._texts))
            for _, language, name, others, digest in of_concept:
                table._add(language, [name, *lines_of(others)] if others else [name], known)
                count, total = count + 1, total + digest
        table._seal(version_of(count, total))
        return table

    def passages(self, words: tuple[str, ...], ranks: dict[str, int]):
        """Yield (start, end, numbers of the expressions there) for passages of `words`.

        `ranks` says in which languages (codes) to look; the reader's own has the rank 0.
        """
        if not self._texts:
            return
        forms = [words, *({stems_of(words, code) for code in STEMMED} - {words})]
        start = 0
        while start < len(words):
            end, numbers = self._longest(forms, start, ranks)
            if numbers:
                yield start, end, numbers
            start = end

    def others(self, words: tuple[str, ...], numbers: list[int], ranks: dict[str, int]):
        """Return what else the concepts of these expressions are called, as (text, language).

        `words` are those asked for, which are not given again. The reader's own language comes
        first; of the others, preferred expressions do.
        """
        found = [
            number
            for concept in {self._concepts[number] for number in numbers}
            for number in range(self._starts[concept], self._starts[concept + 1])
            if self._languages[number] in ranks
        ]
        found.sort(key=lambda number: self._preference(number, ranks))
        asked = {(hash("".join(words)), len(words))}
        asked |= {self._words(number) for number in numbers if self._counts[number] == len(words)}
        unique = {self._words(number): number for number in reversed(found)}
        kept = {number for each, number in unique.items() if each not in asked}
        return tuple(
            (self._texts[number], self._languages[number]) for number in found if number in kept
        )

    def _longest(self, forms, start, ranks):
        """Return where the longest expression at `start` ends, and which ones it may be."""
        reaches = [self._reach_of(words, start) for words in forms]
        for end in range(min(len(forms[0]), start + max(reaches)), start, -1):
            near = [
                words[start:end] if start + reach >= end else ()
                for words, reach in zip(forms, reaches, strict=True)
            ]
            if numbers := self._matching(near, ranks):
                return end, numbers
        return start + 1, []

    def _reach_of(self, words, start):
        """Return how many words an expression that begins like these may have; mostly none."""
        opening = "".join(words[start : start + _OPENING])[:_OPENING]
        return max(self._reach.get(opening[:n], 0) for n in range(1, len(opening) + 1))

    def _matching(self, forms, ranks):
        """Return the numbers of expressions in these words, first given exactly, then stemmed.

        Only those of the best kind are returned: the reader's own language before others, and
        exact words before stems.
        """
        best = {}
        for is_stemmed, words in enumerate(forms):
            lookup = self._by_stem if is_stemmed else self._by_word
            for number in lookup.get(hash("".join(words))) if words else ():
                rank = ranks.get(self._languages[number])
                if rank is not None:
                    best.setdefault((rank > 0, bool(is_stemmed), rank), []).append(number)
        return best[min(best)] if best else []

    def _preference(self, number, ranks):
        rank = ranks[self._languages[number]]
        return rank > 0, self._places[number], rank, number

    def _words(self, number):
        return self._exact[number], self._counts[number]

    def _analysed(self):
        """Return {(text, language): what is kept of its words}."""
        keys = zip(self._texts, self._languages, strict=True)
        kept = zip(self._exact, self._stemmed, self._counts, strict=True)
        return dict(zip(keys, kept, strict=True))

    def _add(self, language, expressions, known):
        for place, expression in enumerate(expressions):
            text = without_brackets(expression)
            exact, stemmed, count = known.get((text, language)) or self._analyse(text, language)
            if count:
                self._texts.append(text)
                self._languages.append(language)
                self._places.append(place)
                self._counts.append(count)
                self._exact.append(exact)
                self._stemmed.append(stemmed)
                self._concepts.append(len(self._starts) - 1)

    def _analyse(self, text, language):
        words = words_of(text, language)
        keys = ["".join(form) for form in (words, stems_of(words, language))]
        for key in keys:
            # The same expression may be parted into more words by who asks for it.
            reach = max(self._reach.get(key[:_OPENING], 0), 2 * len(words))
            self._reach[key[:_OPENING]] = reach
        return hash(keys[0]), hash(keys[1]), len(words)

    def _seal(self, version):
        self.version = version
        self._starts.append(len(self._texts))
        self._by_word = _Lookup(self._exact)
        self._by_stem = _Lookup(self._stemmed)
