"""Made-up words in the proportions of real text: few everywhere, most hardly anywhere.

The frequency of a form is one over its rank (Zipf 1949), as in texts of any language.
"""

import random
from itertools import accumulate

ENGLISH_FORMS = 50_000
OTHER_FORMS = 5_000

# Syllables of each script; a word has two to five of them.
_SYLLABLES = {
    "en": [c + v for c in "bcdfglmnprstvzkw" for v in "aeiou"],
    "fr": [c + v for c in "bdflmnprstvgj" for v in "aeiouéè"],
    "hi": [c + v for c in "कखगचजटडतदनपबमरलवस" for v in ("", "ा", "ि", "ी", "ु", "े", "ो")],
    "ar": [c + v for c in "بتجحدرسصطعفقكلمنه" for v in ("", "ا", "و", "ي")],
    "th": [v + c for v in ("", "เ", "แ", "โ") for c in "กขคงจชดตทนบปพมรลวสห"],
}
_BETWEEN = {"th": ""}


class Vocabulary:
    """The words of one language (a code), the same for the same `seed`."""

    def __init__(self, language: str, seed: int):
        chance = random.Random(f"{seed} {language}")
        count = ENGLISH_FORMS if language == "en" else OTHER_FORMS
        syllables = _SYLLABLES[language]
        forms = {}
        while len(forms) < count:
            forms["".join(chance.choices(syllables, k=chance.randint(2, 5)))] = None
        self._forms = list(forms)
        self._weights = list(accumulate(1 / rank for rank in range(1, count + 1)))
        self._between = _BETWEEN.get(language, " ")

    def text(self, chance: random.Random, length: int, *words: str) -> str:
        """Return a text of `length` words, with `words` standing somewhere in it."""
        drawn = chance.choices(self._forms, cum_weights=self._weights, k=length - len(words))
        for word in words:
            drawn.insert(chance.randrange(len(drawn) + 1), word)
        return self._between.join(drawn)
