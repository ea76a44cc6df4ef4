"""How readers write a word otherwise than the text has it; the same seed, the same edits."""

import unicodedata
from random import Random

from icu4py.breakers import CharacterBreaker

from .alphabets import LETTERS, SIGNS
from .endings import inflected
from .latin import in_latin_letters

# Fewer letters leave too little of a word to be known by.
FEWEST_LETTERS = 4

_ZERO_WIDTH = "\u200b\u200c\u200d"
# What is left out: Arabic vowel signs and tatweel; nukta of Devanagari and Bengali and the
# Bengali chandrabindu; tone marks of Thai and Burmese.
_LEFT_OUT = dict.fromkeys(
    map(ord, _ZERO_WIDTH + "ـ" + "\u093c\u09bc\u0981" + "่้๊๋์" + "့း\u0670\u0654\u0655")
) | dict.fromkeys(range(0x064B, 0x0653))
_PLAIN = str.maketrans(
    {"œ": "oe", "æ": "ae", "ँ": "ं", "أ": "ا", "إ": "ا", "آ": "ا", "ؤ": "و", "ة": "ه", "ى": "ي"}
    | {"ۂ": "ہ", "ۓ": "ے"}
)


def unaccented(word: str, language: str, chance: Random) -> str:
    """Return `word` without the marks that readers of `language` leave out; `chance` is not used.

    Languages that have none (id, ta, zh) get the word back as it is.
    """
    kept = unicodedata.normalize("NFC", word).replace("ئ", "ی" if language == "ur" else "ي")
    if language == "fr":
        kept = "".join(c for c in unicodedata.normalize("NFD", kept) if not _is_accent(c))
    else:
        kept = unicodedata.normalize("NFD", kept.translate(_PLAIN)).translate(_LEFT_OUT)
    return unicodedata.normalize("NFC", kept.translate(_PLAIN))


def _is_accent(character):
    return 0x0300 <= ord(character) <= 0x036F


def misspelt(word: str, language: str, chance: Random) -> str:
    """Return `word` with one slip: a letter dropped, doubled, swapped or another in its place.

    Letters are what readers take for one: a consonant with all its signs. Another vowel sign is
    a slip too.
    """
    letters = list(CharacterBreaker(word, language))
    slips = [_dropped, _doubled, _swapped, _replaced, _with_another_sign]
    while True:
        at = chance.randrange(len(letters))
        changed = "".join(chance.choice(slips)(letters[:], at, language, chance))
        if changed != word:
            return changed


def _dropped(letters, at, language, chance):
    if len(letters) > 2:
        del letters[at]
    return letters


def _doubled(letters, at, language, chance):
    letters.insert(at, letters[at])
    return letters


def _swapped(letters, at, language, chance):
    if at + 1 < len(letters):
        letters[at], letters[at + 1] = letters[at + 1], letters[at]
    return letters


def _replaced(letters, at, language, chance):
    """Put another letter of the language in the place of the one that begins a cluster."""
    letters[at] = chance.choice(LETTERS[language]) + letters[at][1:]
    return letters


def _with_another_sign(letters, at, language, chance):
    """Put another vowel sign in the place of the one that ends a cluster, where there is one."""
    signs = SIGNS.get(language, "")
    if letters[at][-1] in signs:
        letters[at] = letters[at][:-1] + chance.choice(signs)
    return letters


KINDS = {
    "inflected": inflected,
    "unaccented": unaccented,
    "misspelt": misspelt,
    "latin": in_latin_letters,
}
