"""What editors write down as an expression, and when two of them are the same to search."""

import re
from functools import lru_cache

from .analysis import ANALYSES, index_terms

LONGEST = 150
MOST_WORDS = 16

# Term lists explain in brackets: "hand rub (a gel or a liquid)". Nobody searches for that.
_IN_BRACKETS = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")


def without_brackets(text: str) -> str:
    """Return `text` without what stands in brackets, or all of it where nothing else is left."""
    if not _IN_BRACKETS.search(text):
        return text
    rest = " ".join(_IN_BRACKETS.sub(" ", text).split())
    return rest if any(character.isalnum() for character in rest) else text


def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the first MOST_WORDS words of `text` in `language` (a code), in their exact forms."""
    return tuple(index_terms(text, language, MOST_WORDS).exact)


def key_of(text: str, language: str) -> str:
    """Return what is equal for expressions that search takes for the same; "" without a word.

    Words are written together, so that hand-washing, hand washing and handwashing are one.
    """
    return "".join(words_of(text, language))


def stems_of(words: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the stems of words given in their exact forms; the words for want of a stemmer."""
    analysis = ANALYSES.get(language)
    if analysis is None or not analysis.stemmer:
        return words
    return tuple(_stem(word, language) for word in words)


@lru_cache(maxsize=32768)
def _stem(word, language):
    return "".join(index_terms(word, language, MOST_WORDS).stems)
