"""What readers of documents say: passages of text, each with its page, or why there are none."""

import re
from collections.abc import Iterable, Iterator

from .limits import MOST_CHARACTERS

# The page from one on, 0 where the format has no pages; and the text, with single spaces.
Passage = tuple[int, str]

# PDFium marks where a word was divided at the end of a line by U+FFFE; lone halves of characters
# cannot be stored. Controls and characters of private use, such as bullets, are no text.
_NOTHING = re.compile("[\ud800-\udfff\ufffe\uffff]+")
_SIGNS = re.compile("[\x00-\x1f\x7f-\x9f\ue000-\uf8ff]+")


class Unreadable(Exception):
    """The document cannot be read; the first argument is a value of `TextState` that says why."""


def tidy(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield `passages` in plain text, without empty ones, up to `MOST_CHARACTERS` in all."""
    left = MOST_CHARACTERS
    for page, text in passages:
        plain = _plain(text)[:left].rstrip()
        if plain:
            yield page, plain
        left -= len(plain)
        if left <= 0:
            return


def _plain(text: str) -> str:
    return " ".join(_SIGNS.sub(" ", _NOTHING.sub("", text)).split())
