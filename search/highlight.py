"""A passage of a text with the words that matched marked in it, as safe HTML."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .analysis import analyse
from .engines.base import WordsQuery

# As long as two or three lines on a phone; longer texts are looked through only so far.
WORDS_SHOWN = 32
WORDS_BEFORE = 6
LONGEST_TEXT = 20_000
ELLIPSIS = "…"


def highlight(text: str, language: str, query: WordsQuery | None) -> tuple[SafeString, int]:
    """Return a passage of `text` and how many different words of `query` it shows.

    The passage is escaped HTML whose only tags are <mark>; without a match it is the beginning
    of the text.
    """
    text = text[:LONGEST_TEXT]
    tokens = list(analyse(text, language))
    numbers = _numbers(query)
    matching = [numbers.get(token.exact, numbers.get(token.stem)) for token in tokens]
    first = _best_start(matching)
    shown = slice(first, first + WORDS_SHOWN)
    found = set(matching[shown]) - {None}
    return _passage(text, tokens, matching, shown), len(found)


def _numbers(query: WordsQuery | None) -> dict[str, int]:
    """Return which word of the query each form belongs to."""
    words = query.words if query else ()
    return {form: n for n, word in enumerate(words) for form in (word.exact, *word.stems)}


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


def _passage(text, tokens, matching, shown) -> SafeString:
    begins, ends = shown.start == 0, shown.stop >= len(tokens)
    start = 0 if begins else tokens[shown.start].start
    end = len(text) if ends else tokens[shown.stop - 1].end
    parts = ["" if begins else ELLIPSIS]
    for token, word in zip(tokens[shown], matching[shown], strict=True):
        if word is None or token.start < start:
            continue
        parts.append(text[start : token.start])
        parts.append(format_html("<mark>{}</mark>", text[token.start : token.end]))
        start = token.end
    parts += [text[start:end], "" if ends else ELLIPSIS]
    return format_html_join("", "{}", ((part,) for part in parts))
