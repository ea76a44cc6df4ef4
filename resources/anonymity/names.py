"""What a facility and its place are called, and whether a text tells it."""

import re
import unicodedata

from core.countries import codes, country_name
from core.languages import SOURCE_LANGUAGE

_SHORTEST = 3
# Two letters are a word of some language, unless they are capitals, as in HH.
_CAPITALS = re.compile("[A-Z]{2}")
# Of several words written together, as in the names of files: shorter ones stand in other words.
_SHORTEST_JOINED = 8
# Where it is so short, a sign of what is meant by many: a country, a union, or our own subject.
_SAID_OF_MANY = codes() | {"UK", "EU", "UN", "QI"}
# Said for countries as often as the names that CLDR gives them.
_SHORT_NAMES = {"usa", "uae", "drc"}
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_COMMA = re.compile(r"[,;،、]")
_ADDRESS = re.compile(r"\w+://[^\s\"'<>]+")
# Of a host, as in “.in”, or of a file: it says nothing of whose they are.
_ENDING = re.compile(r"\.[A-Za-z]{2}(?=[/:?#]|$)")
_HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
# Marks of Latin letters have classes from 202, Arabic vowel signs those from 27 to 36; the classes
# between and below are letters' own parts in Indic scripts and Thai (Unicode Standard, 4.3).
_ACCENTS = frozenset((*range(27, 37), *range(202, 241)))
_TATWEEL = "\u0640"


class Names:
    """What must not be told: a facility by its names and its place by its parts.

    `named` and `places` are texts as editors write them: “Hillside Hospital (HH), Valley”. A
    country is no secret, for records say theirs.
    """

    def __init__(self, named, places=()):
        countries = {plain(country_name(code, SOURCE_LANGUAGE)) for code in codes()}
        parts = {plain(part) for text in (*named, *places) for part in _parts(text)}
        parts -= countries | _SHORT_NAMES
        self.phrases = sorted(part for part in parts if len(part) >= _SHORTEST)
        self._words = [re.compile(_pattern(phrase)) for phrase in self.phrases]
        self._abbreviations = sorted({short for text in named for short in _abbreviations(text)})
        self._capitals = [re.compile(_as_words(short)) for short in self._abbreviations]
        self._in_addresses = [
            re.compile(rf"(?<![^\W_])\d*{short}\d*(?![^\W_])", re.IGNORECASE)
            for short in self._abbreviations
        ]
        self._joined = [
            joined
            for phrase in self.phrases
            if " " in phrase and len(joined := phrase.replace(" ", "")) >= _SHORTEST_JOINED
        ]

    @property
    def words(self):
        """Return the single words of all names, common ones such as “hospital” among them.

        Abbreviations too, in lower case, as they stand in addresses.
        """
        words = {word for phrase in self.phrases for word in phrase.split()}
        return words.union(map(str.lower, self._abbreviations))

    @property
    def looked_for(self):
        """Return all that is looked for: where two have the same, the same texts tell them."""
        return (*self.phrases, *self._abbreviations)

    def __bool__(self):
        return bool(self.looked_for)

    def are_told_by(self, text):
        """Tell whether `text`, running words, an address or the name of a file, has one of them."""
        words = plain(text)
        joined = words.replace(" ", "")
        if any(name in joined for name in self._joined):
            return True
        if self._abbreviations and self._are_told_by_abbreviation(text):
            return True
        return any(name.search(words) for name in self._words) or any(
            name.search(plain(_HUMP.sub(" ", text))) for name in self._words
        )

    def _are_told_by_abbreviation(self, text):
        """Tell whether one stands in the text in capitals, or, small too, in an address.

        That is a text without spaces, as a file's name is, or an address in a longer one. Digits
        may follow or precede.
        """
        if any(name.search(text) for name in self._capitals):
            return True
        addresses = [text] if len(text.split()) == 1 else _ADDRESS.findall(text)
        bare = [_ENDING.sub("", address) for address in addresses]
        return any(name.search(address) for name in self._in_addresses for address in bare)


def plain(text):
    """Return `text` in lower case, without accents and signs, its words one space apart."""
    letters = []
    for sign in unicodedata.normalize("NFKD", text).casefold():
        if unicodedata.combining(sign) in _ACCENTS or sign == _TATWEEL:
            continue
        kind = unicodedata.category(sign)
        if kind != "Cf":
            letters.append(sign if kind[0] in "LNM" else " ")
    return " ".join("".join(letters).split())


def _parts(text):
    """Yield a name as a whole, without what stands in brackets, that, and what commas part."""
    yield text
    bare = _BRACKETED.sub(" ", text)
    for part in (bare, *_BRACKETED.findall(text)):
        yield part
        yield from _COMMA.split(part)


def _abbreviations(text):
    """Yield the two capitals that a name is called by: all of it, or a part of it.

    What brackets hold counts unless it is said of many; initials of the name count all the same,
    and after a comma only they do, since there a state or a country is usual.
    """
    bare = _BRACKETED.sub(" ", text)
    initials = "".join(word[0] for word in plain(bare).split())
    bracketed = [part for held in _BRACKETED.findall(text) for part in _COMMA.split(held)]
    counting = {part.strip() for part in bracketed} - _SAID_OF_MANY | {bare.strip()}
    for part in map(str.strip, (*counting, *bracketed, *_COMMA.split(bare))):
        if _CAPITALS.fullmatch(part) and (
            part in counting or re.search(".*".join(part.lower()), initials)
        ):
            yield part


def _pattern(phrase):
    """Return how a name is found: as words of its own where words stand apart.

    Other scripts write endings and small words together with it, or no spaces at all.
    """
    return _as_words(phrase) if phrase.isascii() else re.escape(phrase)


def _as_words(phrase):
    before = r"(?<!\d)" if phrase[0].isdigit() else r"(?<![^\W\d_])"
    after = r"(?!\d)" if phrase[-1].isdigit() else r"(?![^\W\d_])"
    return before + re.escape(phrase) + after
