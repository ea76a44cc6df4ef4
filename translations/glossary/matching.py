"""Telling whether a word of the glossary stands in a text, however it is inflected there.

Lenient where a translation is searched for a wording, since a wrong warning costs more trust than
a missed one; strict where a source is searched for a term.
"""

import html
import re
import unicodedata
from functools import lru_cache
from math import ceil
from typing import NamedTuple

# Written without spaces between words, or with spaces as writers please.
UNSPACED = frozenset({"th", "my", "lo", "km", "zh"})

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_BREAK = re.compile(r"<br\b[^<>]*>", re.IGNORECASE)
# Nukta, vowel signs of Arabic and accents: writers leave them out or put them in freely.
_FREE_MARKS = frozenset({7, *range(27, 36), 220, 230})
_SAME_LETTERS = str.maketrans("یىکةۃہە", "ييكهههه")
# The article, and the conjunctions and prepositions that are written onto a word.
_ARTICLE = re.compile("^(?:[وف]?[بك]?ال|[وف]?لل)(?=.{2})")
_CLITIC = re.compile("^[وفبكل](?=.{3})")
_ENGLISH_PLURALS = (
    (re.compile("ies$"), "y"),
    (re.compile("(?<=[sxz])es$|(?<=[cs]h)es$"), ""),
    (re.compile("(?<=[^aiu's])s$"), ""),
)
_SHORTEST_STEM = 2
_LONGEST_ENDING = 3
_PART_THAT_STAYS = 0.65
_OPENING = 2


class Word(NamedTuple):
    """A word in the form that is compared; `is_acronym` where it is written in capitals."""

    form: str
    is_acronym: bool = False


def plain(text: str) -> str:
    """Return a passage without its markup and with its entities as characters."""
    return html.unescape(_TAG.sub("", _BREAK.sub(" ", text)))


@lru_cache(maxsize=16384)
def normal(text: str) -> str:
    """Return the form of `text` in which spellings that readers take for the same are equal."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    kept = (
        character
        for character in decomposed
        if unicodedata.combining(character) not in _FREE_MARKS
        and unicodedata.category(character) != "Cf"
    )
    return unicodedata.normalize("NFC", "".join(kept)).translate(_SAME_LETTERS)


@lru_cache(maxsize=16384)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text without markup, in order."""
    parted = "".join(each if _is_of_word(each) else " " for each in text)
    return tuple(
        Word(form, len(piece) > 1 and piece.isupper())
        for piece in parted.split()
        if (form := normal(piece))
    )


def key_of_form(word: Word, language: str) -> str:
    """Return what is equal for a word and its forms, to find candidates by."""
    return _singular(word.form) if language == "en" else word.form[:_OPENING]


def stands_at(start: int, term: tuple[Word, ...], text: tuple[Word, ...], language: str) -> bool:
    """Tell whether a term is at a place of a text of its own language, in singular or plural."""
    if start + len(term) > len(text):
        return False
    return all(_is_form_of(*pair, language) for pair in zip(term, text[start:], strict=False))


def is_within(term: str, text: str) -> bool:
    """Tell whether a term stands in a text of a language that is written without spaces."""
    return _squeezed(term) in _squeezed(text)


def says(text: str, wording: str, language: str) -> bool:
    """Tell whether a translation uses a wording: all of its words, in any form and order."""
    if is_within(wording, text):
        return True
    if language in UNSPACED:
        squeezed = _squeezed(text)
        return all(word.form in squeezed for word in words_of(wording))
    found = {form for word in words_of(text) for form in _bare(word.form)}
    return all(
        any(_resembles(each, _ARTICLE.sub("", word.form), language) for each in found)
        for word in words_of(wording)
    )


def says_exactly(text: str, wording: str, language: str) -> bool:
    """Tell whether a translation has a wording word for word, with at most another ending."""
    if language in UNSPACED:
        return is_within(wording, text)
    wanted, words = words_of(wording), words_of(text)
    return any(stands_at(start, wanted, words, language) for start in range(len(words)))


def _is_of_word(character):
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def _squeezed(text):
    return "".join(word.form for word in words_of(text))


def _is_form_of(term, word, language):
    if term.is_acronym and not word.is_acronym:
        return False
    if language == "en":
        return _singular(term.form) == _singular(word.form)
    longer = len(word.form) - len(term.form)
    return 0 <= longer <= _LONGEST_ENDING and word.form.startswith(term.form)


@lru_cache(maxsize=16384)
def _singular(word):
    if len(word) > _LONGEST_ENDING:
        for ending, replacement in _ENGLISH_PLURALS:
            if ending.search(word):
                return ending.sub(replacement, word)
    return word


@lru_cache(maxsize=16384)
def _bare(form):
    """Return an Arabic word with and without what is written onto it; others as they are."""
    return {form, _ARTICLE.sub("", form), _CLITIC.sub("", form)}


def _resembles(found, wanted, language):
    """Tell whether two words share the beginning that inflection leaves alone."""
    stem = wanted
    while len(stem) > _SHORTEST_STEM and unicodedata.category(stem[-1])[0] == "M":
        stem = stem[:-1]
    shared = stem[: max(_SHORTEST_STEM, ceil(len(stem) * _PART_THAT_STAYS))]
    if len(wanted) <= _LONGEST_ENDING:
        shared = stem
    # Indonesian puts its affixes in front of the word.
    return shared in found if language == "id" else found.startswith(shared)
