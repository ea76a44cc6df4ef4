"""Questions about known items: a few of an item's own words, written otherwise."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from random import Random

from icu4py.breakers import CharacterBreaker, WordBreaker

from .edits import FEWEST_LETTERS, KINDS
from .passages import passages

_APOSTROPHE = re.compile("['’]")


@dataclass(frozen=True)
class Question:
    """A question in `language`, the number of the passage it is about, and what was edited."""

    language: str
    text: str
    passage: int
    edited: str

    def __str__(self):
        return f"{self.language} #{self.passage}: {self.text!r} ({self.edited})"


def questions(language: str, kind: str, seed: int, edits: str) -> list[Question]:
    """Return a question for each passage of a language that has words enough.

    `kind` is one of KINDS; `edits` says which words of a question are edited: "one" of two to
    four, "all" that can be, or the most distinctive of these, which then is asked for "alone".
    The same seed gives the same questions.
    """
    each = [
        words_of(f"{passage.title}\n{passage.text}", language) for passage in passages(language)
    ]
    frequency = Counter(word for words in each for word in set(words))
    asked = []
    for number, words in enumerate(each):
        chance = Random(f"{seed} {language} {kind} {edits} {number}")
        distinctive = _distinctive(words, frequency, chance)
        if len(distinctive) >= 2:
            asked.append(_question(distinctive, language, number, kind, edits, chance))
    return asked


def words_of(text: str, language: str) -> list[str]:
    """Return the words of a text that a reader may remember: no numbers, signs or single letters.

    Words of another script, such as abbreviations, are left out too.
    """
    parts = [_APOSTROPHE.split(piece)[-1] for piece in WordBreaker(text.casefold(), language)]
    return [part for part in parts if part and _is_word(part, language)]


def _is_word(part, language):
    if not unicodedata.category(part[0]).startswith("L"):
        return False
    is_latin = "LATIN" in unicodedata.name(part[0])
    return is_latin == (language in {"id", "fr"}) and _length(part, language) >= 2


def _length(word, language):
    return len(list(CharacterBreaker(word, language)))


def _distinctive(words, frequency, chance):
    """Return two to four different words that the fewest passages have, the longest first."""
    unique = sorted(set(words))
    chance.shuffle(unique)
    unique.sort(key=lambda word: (frequency[word], -len(word)))
    return unique[: chance.randint(2, 4)]


def _question(words, language, number, kind, edits, chance):
    edit = KINDS[kind]
    fit = _fit(words, language, kind)
    targets = {"one": [chance.choice(fit)], "all": fit, "alone": fit[:1]}[edits]
    forms = {word: edit(word, language, chance) for word in targets}
    kept = targets if edits == "alone" else words
    edited = ", ".join(f"{word} > {form}" for word, form in forms.items())
    return Question(language, " ".join(forms.get(word, word) for word in kept), number, edited)


def _fit(words, language, kind):
    """Return the words to edit: those that lose marks, or are long enough to stay recognisable.

    Where there are none, the longest one has to do.
    """
    if kind == "unaccented":
        fit = [word for word in words if KINDS[kind](word, language, Random(0)) != word]
    elif kind == "misspelt":
        fit = [word for word in words if _length(word, language) >= FEWEST_LETTERS]
    else:
        fit = words
    return fit or [max(words, key=len)]
