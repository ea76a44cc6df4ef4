"""Text in a picture, broken into lines that fit."""

import unicodedata

from icu4py.breakers import LineBreaker

# Parts of the size of letters: more than most are wide, so that a line rather ends too early.
_LETTER, _VOWEL_SIGN = 0.6, 0.4
# Of lines in scripts that need more height than others, as in static/css/scripts.css.
_LEADING = {"ur": 2.4, "my": 2}
_USUAL_LEADING = 1.7


def leading(language: str) -> float:
    """Return the height of a line of a language, in sizes of its letters."""
    return _LEADING.get(language, _USUAL_LEADING)


def wrapped(text: str, language: str, most: float) -> list[str]:
    """Return a text in lines of at most `most` sizes of letters, broken as its language allows."""
    lines, width = [""], 0
    for part in map(str, LineBreaker(text, language)):
        size = sum(map(_width, part))
        if lines[-1] and width + size > most:
            lines.append("")
            width = 0
        lines[-1] += part
        width += size
    return [line.strip() for line in lines]


def _width(sign):
    category = unicodedata.category(sign)
    if category in ("Mn", "Me", "Cf"):
        return 0
    return _VOWEL_SIGN if category == "Mc" else _LETTER
