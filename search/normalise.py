"""One written form for words that people type in several ways.

The folding goes by script and not by language, so that a word has the same form whatever
language the page around it is written in.
"""

import re
import unicodedata
from functools import lru_cache

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


def light(word):
    """Return `word` without compatibility forms, capitals and invisible characters.

    Stemmers know the accents and vowel signs of their language, so these stay.
    """
    return _LIGHTLY_DROPPED.sub("", unicodedata.normalize("NFKC", word)).casefold()


@lru_cache(maxsize=65536)
def fold(word):
    """Return the one form of `word` that is stored and compared."""
    word = unicodedata.normalize("NFKD", word.casefold())
    word = _DROPPED.sub("", word).translate(_UNIFIED)
    if not word.isascii():
        word = "".join(map(_digit, word))
    return unicodedata.normalize("NFC", word)


def _digit(character):
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def is_word_character(character):
    """Return whether an index may hold `character`: a letter, a digit or a mark on one."""
    category = unicodedata.category(character)
    return category[0] in "LN" or category in {"Mn", "Mc"}
