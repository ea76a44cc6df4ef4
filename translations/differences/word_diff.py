"""What was said and what is said now, word by word."""

from difflib import SequenceMatcher
from html import unescape

from django.utils.html import format_html, format_html_join, strip_tags
from icu4py.breakers import WordBreaker


def word_diff(old, new, language="en"):
    """Return safe HTML of `new` with `<ins>` around new words and old ones in `<del>`.

    Both are passages as wagtail-localize keeps them; their markup is left out. Words are cut by
    the rules of `language` (Unicode Standard Annex 29, dictionaries where nothing is written
    between words).
    """
    before, after = _words(old, language), _words(new, language)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    pieces = [
        _piece(kind, "".join(before[a:b]), "".join(after[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
    ]
    return format_html_join("", "{}", ((piece,) for piece in pieces))


def _piece(kind, gone, come):
    if kind == "equal":
        return format_html("{}", come)
    marked = [(tag, text) for tag, text in (("del", gone), ("ins", come)) if text]
    return format_html_join("", "<{0}>{1}</{0}>", marked)


def _words(passage, language):
    return list(WordBreaker(unescape(strip_tags(passage)), language))
