"""A formatter for citeproc that marks slanted text instead of writing HTML.

citeproc's own HTML formatter passes titles on as they are, tags included. Here the result is
pieces of plain text, which a template escapes like any other.
"""

from citeproc.formatter.plain import (
    Bold,
    Light,
    Oblique,
    SmallCaps,
    Subscript,
    Superscript,
    Underline,
    preformat,
)

# Private-use characters, which no text of a page keeps (see `without_marks`).
_ON, _OFF = "\ue000", "\ue001"

__all__ = [
    "Bold",
    "Italic",
    "Light",
    "Oblique",
    "SmallCaps",
    "Subscript",
    "Superscript",
    "Underline",
    "pieces",
    "preformat",
    "without_marks",
]


class Italic(str):
    """Text between the marks of slanted text."""

    def __new__(cls, text):
        return super().__new__(cls, f"{_ON}{text}{_OFF}")


def without_marks(text):
    """Return a text without the characters that mark slanted text."""
    return text.replace(_ON, "").replace(_OFF, "")


def pieces(text):
    """Return formatted text as a list of {"text", "slanted"}."""
    found = []
    for number, part in enumerate(text.split(_ON)):
        slanted, _mark, plain = part.partition(_OFF) if number else ("", "", part)
        found += [{"text": slanted, "slanted": True}, {"text": plain, "slanted": False}]
    return [piece for piece in found if piece["text"]]
