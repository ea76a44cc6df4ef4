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
_BRACKETED = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
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
        self.phrases = sorted(part for part in parts - countries if len(part) >= _SHORTEST)
        self._words = [re.compile(_pattern(phrase)) for phrase in self.phrases]
        self._capitals = [
            re.compile(_as_words(part.strip()))
            for text in named
            for part in _parts(text)
            if _CAPITALS.fullmatch(part.strip())
        ]
        self._joined = [
            joined
            for phrase in self.phrases
            if " " in phrase and len(joined := phrase.replace(" ", "")) >= _SHORTEST_JOINED
        ]

    @property
    def words(self):
        """Return the single words of all names, common ones such as “hospital” among them."""
        return {word for phrase in self.phrases for word in phrase.split()}

    def __bool__(self):
        return bool(self.phrases or self._capitals)

    def are_told_by(self, text):
        """Tell whether `text`, running words, an address or the name of a file, has one of them."""
        words = plain(text)
        joined = words.replace(" ", "")
        if any(name in joined for name in self._joined):
            return True
        if any(name.search(text) for name in self._capitals):
            return True
        return any(name.search(words) for name in self._words) or any(
            name.search(plain(_HUMP.sub(" ", text))) for name in self._words
        )


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
        yield from re.split(r"[,;،、]", part)


def _pattern(phrase):
    """Return how a name is found: as words of its own where words stand apart.

    Other scripts write endings and small words together with it, or no spaces at all.
    """
    return _as_words(phrase) if phrase.isascii() else re.escape(phrase)


def _as_words(phrase):
    before = r"(?<!\d)" if phrase[0].isdigit() else r"(?<![^\W\d_])"
    after = r"(?!\d)" if phrase[-1].isdigit() else r"(?![^\W\d_])"
    return before + re.escape(phrase) + after
