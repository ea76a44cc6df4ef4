"""What stays of a word when people spell it by ear, or in Latin letters.

Vowels, doubled letters and aspiration are what writers leave out or mix up most, and letters that
sound alike come next: the classes are Soundex's (Russell and Odell, US patent 1261167, 1918) but
for k and s, which it takes for one.
"""

from functools import lru_cache

from anyascii import anyascii

# c is a hard sound in Latin words unless h, e, i or y follow; romanised from another script it is
# what Latin letters spell "ch".
_CLASSES = {
    letter: group[0]
    for group in ("pbfvw", "kgqx", "td", "szjc", "mn", "l", "r")
    for letter in group
}
_SOFTENING = "heiy"
_LONGEST = 24


@lru_cache(maxsize=16384)
def romanised(word: str) -> str:
    """Return a folded `word` in lower-case ASCII letters and digits, "" where it has none."""
    letters = word if word.isascii() else anyascii(word).lower()
    return "".join(letter for letter in letters if letter.isalnum())


@lru_cache(maxsize=16384)
def skeleton(word: str) -> str:
    """Return the classes of the consonants of a folded `word`, and its digits, in order.

    A word without consonants is its own skeleton, in Latin letters.
    """
    letters = romanised(word)[:_LONGEST]
    kept = ""
    for letter, following in zip(letters, f"{letters[1:]} ", strict=False):
        if letter == "c" and word.isascii() and following not in _SOFTENING:
            letter = "k"
        group = letter if letter.isdigit() else _CLASSES.get(letter, "")
        if group != kept[-1:]:
            kept += group
    return kept or letters


def resemblance(first: str, second: str) -> float:
    """Return how much two folded words are alike, from 0 to 1 for the same word.

    It is Dice's coefficient of their pairs of letters, ends of words counted as letters (Adamson
    and Boreham 1974). Words in different scripts are compared in Latin letters, and are at least
    half alike if they have one skeleton.
    """
    if first.isascii() == second.isascii():
        return _dice(first, second)
    alike = _dice(romanised(first), romanised(second))
    return (1 + alike) / 2 if skeleton(first) == skeleton(second) else alike


def _dice(first, second):
    pairs, others = _pairs(first), _pairs(second)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


@lru_cache(maxsize=65536)
def _pairs(word):
    word = f" {word} "
    return frozenset(word[n : n + 2] for n in range(len(word) - 1))
