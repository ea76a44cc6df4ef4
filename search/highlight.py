"""A passage of a text with the words that matched marked in it, as safe HTML."""

from functools import lru_cache
from html import escape
from itertools import compress, permutations

from django.utils.safestring import SafeString

from .analysis import pieces
from .engines.base import WordsQuery

# As long as two or three lines on a phone; longer texts are looked through only so far, and
# no further than their beginning where that has all words.
WORDS_SHOWN = 32
WORDS_BEFORE = 6
LONGEST_TEXT = 20_000
BEGINNING = 800
ELLIPSIS = "…"


def highlight(text: str, language: str, query: WordsQuery | None) -> tuple[SafeString, int]:
    """Return a passage of `text` and how many different words of `query` it shows.

    The passage is escaped HTML whose only tags are <mark>; without a match it is the beginning
    of the text.
    """
    numbers = _numbers(query)
    text = text[:LONGEST_TEXT]
    end = text.rfind(" ", 0, BEGINNING) if len(text) > BEGINNING else -1
    if end > 0:
        passage, found = _passage(text[:end], language, numbers, ELLIPSIS)
        if found == len(query.words if query else ()):
            return passage, found
    return _passage(text, language, numbers, "")


@lru_cache(maxsize=64)
def _numbers(query: WordsQuery | None) -> dict[str, int]:
    """Return which word of the query each form belongs to, two halves of a number included."""
    words = query.words if query else ()
    forms = {form: n for n, word in enumerate(words) for form in (*word.forms, *word.near)}
    halves = permutations((word.exact for word in words if word.exact.isdigit()), 2)
    return forms | {f"{whole} {part}": forms[whole] for whole, part in halves}


def _passage(text, language, numbers, after):
    """Return the best passage of a text that `after` stands for the rest of, and its matches."""
    parts, forms = pieces(text, language)
    matching = list(map(numbers.get, filter(None, forms)))
    first = _best_start(matching)
    shown = matching[first : first + WORDS_SHOWN]
    places = list(compress(range(len(parts)), forms))[first : first + WORDS_SHOWN]
    begins, ends = first == 0, first + WORDS_SHOWN >= len(matching)
    start = 0 if begins else places[0]
    stop = len(parts) if ends else places[-1] + 1
    html = ["" if begins else ELLIPSIS]
    for place in (place for place, word in zip(places, shown, strict=True) if word is not None):
        html.append(escape("".join(parts[start:place])))
        html.append(f"<mark>{escape(parts[place])}</mark>")
        start = place + 1
    html += [escape("".join(parts[start:stop])), after if ends else ELLIPSIS]
    return SafeString("".join(html)), len(set(shown) - {None})


def _best_start(matching: list[int | None]) -> int:
    """Return where to begin so that the most different words show, as early as possible."""
    best, best_count = 0, 0
    for start, word in enumerate(matching):
        if word is None:
            continue
        count = len(set(matching[start : start + WORDS_SHOWN - WORDS_BEFORE]) - {None})
        if count > best_count:
            best, best_count = start, count
    return max(0, best - WORDS_BEFORE) if best >= WORDS_SHOWN - WORDS_BEFORE else 0
