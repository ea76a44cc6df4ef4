"""Passages as notes quote them."""

from difflib import SequenceMatcher

from bs4 import BeautifulSoup, NavigableString
from django.utils.html import escape
from django.utils.safestring import mark_safe

# A passage of more lines, such as a transcript, is quoted where it differs only.
_MOST_LINES = 12
_KEPT = ("abbr", "b", "code", "em", "i", "strong")


def excerpt(text, beside=None):
    """Return a passage, as wagtail-localize keeps it, as safe HTML without links.

    Of a long one, only the lines that `beside` does not have, without emphasis.
    """
    soup = BeautifulSoup(text, "html.parser")
    html = "".join(_html(each) for each in soup.children)
    if beside is not None and html.count("<br>") > _MOST_LINES:
        html = "<br>".join(escape(line) for line in _differing(_lines(soup), beside))
    # Nothing is in it but what `_html` and `escape` have written.
    return mark_safe(html)  # noqa: S308


def _differing(lines, beside):
    others = _lines(BeautifulSoup(beside, "html.parser"))
    matcher = SequenceMatcher(None, lines, others, autojunk=False)
    return [
        line
        for name, begin, end, _from, _to in matcher.get_opcodes()
        if name != "equal"
        for line in lines[begin:end]
    ]


def _lines(soup):
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    return soup.get_text().split("\n")


def _html(node):
    """Return a node as HTML of emphasis, line breaks and escaped text, whatever it was."""
    if isinstance(node, NavigableString):
        return escape(str(node))
    if node.name == "br":
        return "<br>"
    inside = "".join(_html(each) for each in node.children)
    return f"<{node.name}>{inside}</{node.name}>" if node.name in _KEPT else inside
