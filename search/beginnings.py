"""How readers begin to type a title or a name: its text from each of its words on.

Whoever types has not finished a word, and where a script has no spaces nobody can tell where
an unfinished word ends. So nothing typed is cut into words: it is compared, as it stands, with
the beginnings kept of each title.
"""

from .analysis import ANALYSES, analyse
from .normalise import fold, is_word_character, light
from .stop_words import stop_words_for

# Enough to tell titles apart: 32 letters of a script whose letters take three bytes.
MOST_BYTES = 96


def normal(text: str) -> str:
    """Return the folded words of `text`, one space between them."""
    return " ".join(fold(run) for run in _runs(text))


def as_typed(text: str) -> bytes:
    """Return what `text` is compared by: UTF-8 sorts like its letters on every database."""
    return normal(text).encode()[:MOST_BYTES]


def beginnings(text: str, language: str) -> list[bytes]:
    """Return `text` in the form of `as_typed` from its start, then from each word that says much.

    `language` is a code. Scripts without spaces are cut where ICU finds words; an Arabic word
    begins with its article, and behind it.
    """
    found = []
    rest = ""
    for run in reversed(_runs(text)):
        rest = rest and f" {rest}"
        for piece in reversed(_pieces(run, language)):
            rest = fold(piece) + rest
            found.append((fold(piece), rest))
    stop_words = stop_words_for(language)
    kept = [
        rest
        for place, (piece, rest) in enumerate(reversed(found))
        if place == 0 or not (piece in stop_words or (len(piece) == 1 and piece.isascii()))
    ]
    return list(dict.fromkeys(rest.encode()[:MOST_BYTES] for rest in kept))


def _runs(text):
    return "".join(c if is_word_character(c) else " " for c in light(text)).split()


def _pieces(run, language):
    if run.isascii():
        return [run]
    starts = {0, *(token.start for token in analyse(run, language))}
    analysis = ANALYSES.get(language)
    if analysis and analysis.prefixes and (prefix := analysis.prefixes.match(run)):
        starts.add(prefix.end())
    ordered = sorted(starts)
    return [run[start:end] for start, end in zip(ordered, [*ordered[1:], len(run)], strict=True)]
