"""One written form for words that people type in several ways.

The folding goes by script and not by language, so that a word has the same form whatever
language the page around it is written in.
"""

import re
import unicodedata
from functools import lru_cache

from core.digits import with_plain_digits

# Marks that writers leave out or put in freely.
_DROPPED = re.compile(
    "["
    "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"  # joiners, directions
    "\u0300-\u036f"  # accents of Latin, Greek and Cyrillic letters
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed"  # Arabic vowel signs and tatweel
    "\u093c"  # Devanagari nukta
    "\u0e46\u0ec6"  # what says in Thai and Lao that the word before is said twice
    "]+"
)
_LIGHTLY_DROPPED = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+")

# Letters that decomposition leaves apart although readers take them for one.
_UNIFIED = str.maketrans(
    {
        "đ": "d",
        "ø": "o",
        "ł": "l",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ی": "ي",
        "ى": "ي",
        "ک": "ك",
        "ة": "ه",
        "ۃ": "ه",
        "ہ": "ه",
        "ە": "ه",
        "ٱ": "ا",
        "ँ": "ं",
    }
)

# What looks the same in Thai and in Lao, whichever characters it is stored by: the vowel am in one
# character or in two, which is what Unicode's NFKC leaves of it, with a tone mark on either side of
# the first; and ae as e twice. Those who cut words know one way of writing each.
_TWICE = {"\u0e40\u0e40": "\u0e41", "\u0ec0\u0ec0": "\u0ec1"}
_HALVES = {
    f"{ring}{tone}{aa}": f"{tone}{am}"
    for ring, aa, am, tones in (
        ("\u0e4d", "\u0e32", "\u0e33", "\u0e48\u0e49\u0e4a\u0e4b"),
        ("\u0ecd", "\u0eb2", "\u0eb3", "\u0ec8\u0ec9\u0eca\u0ecb"),
    )
    for tone in ["", *tones]
}
_USUAL = _TWICE | _HALVES
_UNUSUAL = re.compile("|".join(_USUAL))
_SIGNS = (*_TWICE, "\u0e4d", "\u0ecd")


def is_usual(text):
    """Return whether `text` has nothing that `usual` would spell otherwise, or looks so."""
    return not any(map(text.__contains__, _SIGNS))


def usual(text):
    """Return `text` with one spelling for what looks the same in Thai and in Lao."""
    return text if is_usual(text) else _UNUSUAL.sub(lambda match: _USUAL[match[0]], text)


def usual_ends(text):
    """Return for each character of `usual(text)` where in `text` what it stands for ends."""
    ends = []
    at = 0
    for match in _UNUSUAL.finditer(text):
        ends += range(at + 1, match.start() + 1)
        ends += [match.end()] * len(_USUAL[match[0]])
        at = match.end()
    return [*ends, *range(at + 1, len(text) + 1)]


def light(word):
    """Return `word` without compatibility forms, capitals and invisible characters.

    Stemmers know the accents and vowel signs of their language, so these stay.
    """
    if word.isascii():
        return word.lower()
    return _LIGHTLY_DROPPED.sub("", unicodedata.normalize("NFKC", usual(word))).casefold()


def fold(word):
    """Return the one form of `word` that is stored and compared."""
    return word.lower() if word.isascii() else _folded(word)


@lru_cache(maxsize=65536)
def _folded(word):
    word = unicodedata.normalize("NFKD", usual(word.casefold()))
    word = _DROPPED.sub("", word).translate(_UNIFIED)
    return unicodedata.normalize("NFC", with_plain_digits(word))


@lru_cache(maxsize=4096)
def is_word_character(character):
    """Return whether an index may hold `character`: a letter, a digit or a mark on one."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category in {"Mn", "Mc"}
