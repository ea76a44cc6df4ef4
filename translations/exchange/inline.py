"""HTML of passages as inline elements of XLIFF, whose editors protect them, and back.

A tag is `<g>`, a line break `<x>`. The id says what it is: `b-1` the first `<b>`, `a1` the link
that wagtail-localize numbers so, `br-2` the second line break, `ch-000b` a character that XML
cannot hold. http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html#Struct_InLine
"""

import re
from collections import Counter
from html import escape
from html.parser import HTMLParser

from wagtail_localize.strings import INLINE_TAGS

_TYPES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link", "br": "lb"}
# Far more than any text has: what lies deeper is written as text.
_DEEPEST = 20
_LINK = re.compile(r"a\d+")
# What follows a dot tells apart two ends of one link, for an id stands once in a passage.
_IDENTITY = re.compile(r"(?:ch-([0-9a-f]{4})|(a\d+)|([a-z]+)-\d+)(?:\.\d+)?")
# https://www.w3.org/TR/xml/#charsets
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class _Writer(HTMLParser):
    """Writes HTML as inline elements, balanced whatever the HTML is."""

    def __init__(self):
        super().__init__()
        self.written = []
        self._open = []
        self._counts = Counter()

    def handle_starttag(self, tag, attrs):
        """Take the beginning of an element."""
        identity = self._identity(tag, attrs)
        if identity is None:
            self.handle_data(self.get_starttag_text())
        elif tag == "br":
            self.written.append(f'<x id="{identity}" ctype="lb"/>')
        else:
            kind = _TYPES.get(tag, f"x-html-{tag}")
            self.written.append(f'<g id="{identity}" ctype="{kind}">')
            self._open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Take an element without content."""
        self.handle_starttag(tag, attrs)
        if tag != "br" and tag in self._open[-1:]:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        """Take the end of an element."""
        if tag not in self._open:
            self.handle_data(f"</{tag}>")
            return
        while self._open.pop() != tag:
            self.written.append("</g>")
        self.written.append("</g>")

    def handle_data(self, data):
        """Take text."""
        text = escape(data, quote=False).replace("\r", "&#13;")
        self.written.append(_NOT_IN_XML.sub(_placeholder, text))

    def handle_comment(self, data):
        """Take a comment."""
        self.handle_data(f"<!--{data}-->")

    def handle_decl(self, decl):
        """Take a declaration."""
        self.handle_data(f"<!{decl}>")

    def handle_pi(self, data):
        """Take a processing instruction."""
        self.handle_data(f"<?{data}>")

    def unknown_decl(self, data):
        """Take a marked section."""
        self.handle_data(f"<![{data}]>")

    def finish(self):
        """Take the end of the text, and close what is open."""
        self.close()
        self.written += ["</g>"] * len(self._open)
        self._open = []

    def _identity(self, tag, attrs):
        """Return the id of a tag, or None for one that cannot stand in a passage."""
        link = dict(attrs).get("id") or ""
        if tag == "a" and _LINK.fullmatch(link):
            self._counts[link] += 1
            return link if self._counts[link] == 1 else f"{link}.{self._counts[link]}"
        if attrs or tag not in INLINE_TAGS or len(self._open) > _DEEPEST:
            return None
        self._counts[tag] += 1
        return f"{tag}-{self._counts[tag]}"


def _placeholder(match):
    return f'<x id="ch-{ord(match[0]):04x}" ctype="x-character"/>'


def to_inline(html: str) -> str:
    """Return the HTML of a passage as the content of a `<source>` or `<target>`."""
    writer = _Writer()
    writer.feed(html)
    writer.finish()
    return "".join(writer.written)


def tags_of(element: str, identity: str) -> tuple[str, str] | None:
    """Return what opens and what closes an inline element in HTML, None for one that is not ours.

    `element` is "g" or "x".
    """
    match = _IDENTITY.fullmatch(identity)
    if match is None:
        return None
    character, link, tag = match.groups()
    if element == "x":
        return _standing_alone(tag, character)
    if link:
        return f'<a id="{link}">', "</a>"
    if tag in INLINE_TAGS and tag != "br":
        return f"<{tag}>", f"</{tag}>"
    return None


def _standing_alone(tag, character):
    if tag == "br":
        return "<br/>", ""
    return (chr(int(character, 16)), "") if character else None
