"""From a language to its words: the one table that indexing, asking and marking share.

Every engine stores and looks for what this module gives, so that all of them find the same
things, and what is marked in a result is what matched.
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, filterfalse, islice, pairwise
from typing import NamedTuple

import Stemmer
from icu4py.breakers import WordBreaker

from .alone import SCRIPTS, alone, may_join, standing_alone
from .normalise import fold, is_usual, is_word_character, light, usual, usual_ends
from .numbers import number_parts

# A character of private use parts a language from a stem, so that no word can look like one.
STEM_MARK = "\ue000"
LONGEST_WORD = 64
MOST_PIECES = 131_072


@dataclass(frozen=True)
class Analysis:
    """How one language is analysed: the script of its own words and its Snowball stemmer."""

    script: str
    stemmer: str = ""
    prefixes: re.Pattern | None = None


class Token(NamedTuple):
    """One word: where it stands in the text, the form written and the form stemmed.

    `stem` is what an index keeps beside `exact`: the language and the stem, or just `exact`
    where no stemmer knows the word. `written` is the word with the accents and signs that
    `exact` is without, "" where it has none.
    """

    start: int
    end: int
    exact: str
    stem: str
    written: str = ""


# Snowball leaves the Arabic article on short words, so it goes before the stemmer sees them.
_ARABIC_ARTICLE = re.compile("^(?:[وفبك]?ال|لل)(?=.{3})")

# Snowball has no stemmer for Bengali, Sinhala, Burmese and Urdu; Thai needs none. Languages
# after French are those of guests, for whom the hub has no interface.
ANALYSES = {
    "en": Analysis("latin", "english"),
    "hi": Analysis("devanagari", "hindi"),
    "bn": Analysis("bengali"),
    "ne": Analysis("devanagari", "nepali"),
    "ta": Analysis("tamil", "tamil"),
    "si": Analysis("sinhala"),
    "th": Analysis("thai"),
    "my": Analysis("myanmar"),
    "id": Analysis("latin", "indonesian"),
    "ar": Analysis("arabic", "arabic", _ARABIC_ARTICLE),
    "ur": Analysis("arabic"),
    "fr": Analysis("latin", "french"),
    "km": Analysis("khmer"),
    "lo": Analysis("lao"),
    "zh": Analysis("han"),
}

# The languages that give a word another form than its exact one.
STEMMED = tuple(code for code, analysis in ANALYSES.items() if analysis.stemmer)

_SCRIPTS = (
    (0x0250, "latin"),
    (0x0600, ""),
    (0x0780, "arabic"),
    (0x0900, ""),
    (0x0980, "devanagari"),
    (0x0A00, "bengali"),
    (0x0B80, ""),
    (0x0C00, "tamil"),
    (0x0D80, ""),
    (0x0E00, "sinhala"),
    (0x0E80, "thai"),
    (0x0F00, "lao"),
    (0x1000, ""),
    (0x10A0, "myanmar"),
    (0x1780, ""),
    (0x1800, "khmer"),
    (0x1E00, ""),
    (0x1F00, "latin"),
    (0x3400, ""),
    (0xA000, "han"),
)
_GAPS = frozenset(" \n.,;:-()")
_APOSTROPHES = re.compile("['’ʼ＇]")
_local = threading.local()


def analyse(text: str, language: str) -> Iterator[Token]:
    """Yield the words of `text`, analysed as `language` (a code; an unknown one has no stems)."""
    start = 0
    for piece in _cut(text, language):
        end = start + len(piece)
        for forms in _forms(piece, language):
            yield Token(start, end, *forms)
        start = end


class Terms(NamedTuple):
    """The words of a text as an index keeps them: stemmed and exact, one by one and in order.

    `written` has, in any order and each once, words with accents and signs that their exact form
    is without, and those that stand alone where words may be parts of others (see `search.alone`).
    """

    stems: list[str]
    exact: list[str]
    written: list[str]


def index_terms(text: str, language: str, limit: int) -> Terms:
    """Return the first `limit` words of `text`, analysed as `language` (a code)."""
    cut = list(_cut(text, language))
    kept = filterfalse(_GAPS.__contains__, cut)
    words = [word for piece in kept for word in _forms(piece, language)][:limit]
    written = dict.fromkeys(word for _, _, word in words if word)
    written |= dict.fromkeys(_standing_alone(cut, language))
    return Terms([stem for _, stem, _ in words], [exact for exact, _, _ in words], [*written])


def index_words(text: str, language: str, limit: int) -> tuple[str, str, str]:
    """Return what `index_terms` does as three texts, with spaces between the forms, sooner."""
    cut = list(_cut(text, language))
    found = filter(None, map(_table(language).__getitem__, cut))
    words = list(islice(found, limit))
    exact = " ".join([exact for exact, _, _ in words])
    stems = " ".join([stem for _, stem, _ in words])
    if text.isascii():
        return stems, exact, ""
    written = dict.fromkeys(" ".join([written for _, _, written in words if written]).split())
    return stems, exact, " ".join([*written, *_standing_alone(cut, language)])


def stems(text: str, language: str) -> str:
    """Return the stemmed forms of all words of `text`, in order, with spaces between them."""
    return " ".join(filter(None, map(_stem_table(language).__getitem__, _cut(text, language))))


def pieces(text: str, language: str) -> tuple[list[str], list[str]]:
    """Return the pieces that `text` consists of, and the stemmed form of each ("" for a gap).

    A piece that holds several words has their forms with spaces between them.
    """
    found = list(_cut(text, language))
    return found, list(map(_stem_table(language).__getitem__, found))


def _standing_alone(cut, language):
    script = script_for(language)
    if script not in SCRIPTS:
        return []
    words = standing_alone(list(map(_joining_table(language).__getitem__, cut)))
    return [alone(word, script) for word in words]


def _cut(text, language):
    """Return the words and gaps that `text` consists of."""
    if is_usual(text):
        return WordBreaker(text, language)
    ends = [0, *usual_ends(text)]
    places = accumulate(map(len, WordBreaker(usual(text), language)), initial=0)
    return [text[ends[start] : ends[stop]] for start, stop in pairwise(places)]


class _Table(dict):
    """What is made of the forms of each piece of text in one language, sooner than by calling."""

    def __init__(self, language, make):
        super().__init__()
        self._language, self._make = language, make

    def __missing__(self, piece):
        if len(self) >= MOST_PIECES:
            self.clear()
        self[piece] = made = self._make(_forms(piece, self._language))
        return made


@lru_cache
def _table(language):
    """Return exact, stemmed and written forms of pieces, with spaces between; None for a gap."""
    return _Table(language, lambda forms: tuple(map(_joined, zip(*forms, strict=True))) or None)


@lru_cache
def _stem_table(language):
    return _Table(language, lambda forms: _joined(stem for _, stem, _ in forms))


@lru_cache
def _joining_table(language):
    script = script_for(language)
    return _Table(
        language, lambda forms: _joined(word for word, _, _ in forms if may_join(word, script))
    )


def _joined(forms):
    return " ".join(filter(None, forms))


# Tables remember the words; this is for one word that several of them have not met.
@lru_cache(maxsize=8192)
def _forms(piece, language):
    return tuple(
        (exact, _stem_of(part, exact, language), _written(part, exact))
        for part in _parts(piece)
        if (exact := fold(part)[:LONGEST_WORD])
    )


def _written(part, exact):
    written = unicodedata.normalize("NFC", light(part))[:LONGEST_WORD]
    return "" if written == exact else written


def _parts(piece):
    """Return the words in what ICU takes for one: `l'enfant`, `3.5` and `snake_case` hold several.

    One or two letters beside an apostrophe are an elided article or an ending, not a word.
    """
    if piece[:1].isdigit() and (number := number_parts(fold(piece))):
        return number
    if piece.isalnum() and piece.isascii():
        return [piece]
    parts = []
    around = _APOSTROPHES.split(piece)
    for part in around:
        if len(around) == 1 or len(part) > 2:
            parts += _runs(light(part))
    return parts


def _runs(text):
    kept = "".join(c if is_word_character(c) else " " for c in text)
    return [run for run in kept.split() if any(c.isalnum() for c in run)]


def _stem_of(word, exact, language):
    owner = _owner(exact, language)
    if not owner:
        return exact
    word = light(word)
    if prefixes := ANALYSES[owner].prefixes:
        word = prefixes.sub("", word)
    return f"{owner}{STEM_MARK}{fold(_stemmer(owner).stemWord(word))[:LONGEST_WORD]}"


def _owner(exact, language):
    """Return the language whose stemmer takes a word of a text in `language`; "" for none.

    Latin words among words of another script are taken for English ones.
    """
    script = script_of(exact[0])
    if script == "latin" and script_for(language) != "latin":
        language = "en"
    analysis = ANALYSES.get(language, _UNKNOWN)
    return language if analysis.stemmer and analysis.script == script else ""


_UNKNOWN = Analysis("latin")


def script_for(language: str) -> str:
    """Return the script of a language (a code) as ANALYSES names it, Latin for an unknown one."""
    return ANALYSES.get(language, _UNKNOWN).script


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the script of a character as ANALYSES names it, "" for digits and other scripts."""
    code = ord(character)
    if character.isdigit():
        return ""
    return next((name for limit, name in _SCRIPTS if code < limit), "")


def _stemmer(language):
    """Return this thread's stemmer; Snowball's keep state and cannot be shared."""
    stemmers = _local.__dict__.setdefault("stemmers", {})
    if language not in stemmers:
        stemmers[language] = Stemmer.Stemmer(ANALYSES[language].stemmer)
    return stemmers[language]


def runs_together(tokens: list[Token]) -> list[list[Token]]:
    """Return the groups of two and more tokens written without a gap, as in Thai or Chinese."""
    groups = [tokens[:1]]
    for before, token in pairwise(tokens):
        if token.start == before.end and not token.exact.isascii():
            groups[-1].append(token)
        else:
            groups.append([token])
    return [group for group in groups if len(group) > 1]
