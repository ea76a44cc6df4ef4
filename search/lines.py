"""The words of running text, taken line by line.

What readers search and what editors search of a page are the same lines, whose words are made
once if the one comes right after the other.
"""

from functools import lru_cache

from .analysis import index_words

# A longer text is an accident or an attack; its beginning says what it is about.
MOST_WORDS = 50_000
# As many as most pages have, of a few kilobytes each.
_LINES = 128


def words_of_lines(text: str, language: str) -> tuple[str, str, str]:
    """Return the words of `text`, in `language` (a code), as `index_words` does."""
    if len(text) > MOST_WORDS:
        return index_words(text, language, MOST_WORDS)
    lines = [_words(line, language) for line in text.split("\n") if line]
    if len(lines) < 2:
        return lines[0] if lines else ("", "", "")
    stems, exact, written = (" ".join(filter(None, words)) for words in zip(*lines, strict=True))
    return stems, exact, " ".join(dict.fromkeys(written.split()))


@lru_cache(_LINES)
def _words(line, language):
    return index_words(line, language, MOST_WORDS)
