"""Formatted text: what rich text of the library may hold, and nothing that acts or loads."""

import re
from html import escape, unescape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

from django.utils.html import strip_tags

# The formatting that every rich text field of a resource offers its editors.
_INLINE = {"b": "b", "strong": "b", "i": "i", "em": "i"}
_LISTS = {"ul", "ol"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
# What would be no text of its author's, tags and all.
_UNSEEN = {"script", "style", "template", "iframe", "object", "noscript", "svg", "math", "head"}
# Tags that run on within a line of text; all others begin a paragraph.
_RUNNING = {
    *("abbr", "acronym", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "font", "img", "ins"),
    *("kbd", "label", "mark", "picture", "q", "s", "samp", "small", "source", "span", "strike"),
    *("sub", "sup", "time", "tt", "u", "var", "wbr"),
}
_SCHEMES = {"http", "https", "mailto"}
_DEEPEST_LIST = 4
# Draftail numbers the blocks of a text it has saved, which is no change of the text.
_BLOCK_KEY = "data-block-key"
_ENDS_LINE = re.compile(r"<br\s*/?>|</(?:p|li|h\d)>|(?<=[^>])(?=<[uo]l>)", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_MARKUP = re.compile(r"<(?:p|ul|ol)>")
_PLAIN = re.compile(r"(?:<p>[^<\r\n]*</p>)*")


def clean(html: str, base: str = "") -> tuple[str, bool]:
    """HTML in the form in which the library keeps it, and whether nothing was left out.

    Paragraphs, lists, emphasis and links stay; addresses of links are resolved against `base`.
    Text that already has this form comes back as it is.
    """
    cleaner = _Cleaner(base)
    cleaner.feed(html)
    cleaner.close()
    return cleaner.finished(), cleaner.is_whole


def normal(html: str) -> str:
    """Rich text of a page without the marks of its editor, so that equal texts are equal."""
    without_keys = re.sub(rf' {_BLOCK_KEY}="[^"]*"', "", html)
    if _PLAIN.fullmatch(without_keys):
        return without_keys
    text, is_whole = clean(without_keys)
    return text if is_whole else without_keys


def is_markup(text: str) -> bool:
    """Whether a text is meant as rich text: it begins as rich text of the library does."""
    return _MARKUP.match(text) is not None


def words(html: str) -> str:
    """Rich text as plain text, a line for every paragraph and list item."""
    text = unescape(strip_tags(_ENDS_LINE.sub("\n", html)))
    return "\n".join(line for part in text.split("\n") if (line := regular(part)))


def regular(text: str) -> str:
    """Text with single spaces; those that hold words together, as in French, stay."""
    return " ".join(part for part in _SPACES.split(text.strip()) if part)


class _Cleaner(HTMLParser):
    """Writes the allowed part of some HTML, with every tag closed where it belongs."""

    def __init__(self, base: str) -> None:
        super().__init__(convert_charrefs=True)
        self.is_whole = True
        self._base = base
        self._out: list[str] = []
        self._open: list[str] = []
        self._starts: list[int] = []
        self._unseen: list[str] = []
        self._space_waits = False

    def finished(self) -> str:
        """The clean HTML, after `close`."""
        self._close_down_to(0)
        return "".join(self._out)

    def handle_starttag(self, tag, attrs):
        """Open what is allowed; begin a paragraph for what only divides text."""
        if tag in _UNSEEN or self._unseen:
            self.is_whole = False
            self._unseen += [tag] if tag in _UNSEEN else []
        elif tag in _INLINE:
            self._open_inline(_INLINE[tag], f"<{_INLINE[tag]}>")
        elif tag == "a":
            self._open_link(dict(attrs))
        elif tag == "br":
            self._write_break()
        elif tag in _LISTS:
            self._open_list(tag)
        elif tag == "li":
            self._open_item()
        elif tag in _RUNNING:
            self.is_whole = False
        else:
            self._begin_block(tag, attrs)

    def handle_startendtag(self, tag, attrs):
        """Treat `<br/>` as `<br>`; other tags that close themselves hold nothing."""
        if tag == "br":
            self._write_break()
        else:
            self.is_whole = False

    def handle_endtag(self, tag):
        """Close what is open."""
        if self._unseen:
            if tag == self._unseen[-1]:
                self._unseen.pop()
        elif tag in _INLINE or tag == "a":
            self._close_inline(_INLINE.get(tag, tag))
        elif tag in _LISTS or tag == "li":
            if tag in self._open:
                self._close_down_to(_last(self._open, tag))
        elif tag not in _RUNNING and tag != "br":
            self._end_paragraph()

    def handle_data(self, data):
        """Write text, its white space made regular."""
        if self._unseen:
            return
        words_only = re.sub(r"[ \t\r\n\f]+", " ", data)
        if words_only.startswith(" "):
            self._space_waits = self._has_text()
        text = words_only.strip(" ")
        if not text:
            return
        self._need_block()
        self._write_waiting_space()
        self._out.append(escape(text, quote=False))
        self._space_waits = words_only.endswith(" ")

    def handle_comment(self, data):
        """Leave comments out: they are no text."""
        self.is_whole = False

    def handle_decl(self, decl):
        """Leave declarations out."""
        self.is_whole = False

    unknown_decl = handle_pi = handle_decl

    def _begin_block(self, tag, attrs):
        self.is_whole &= tag == "p" and {name for name, _value in attrs} <= {_BLOCK_KEY}
        self._end_paragraph()
        if tag in _HEADINGS:
            self._open_inline("b", "<b>")

    def _open_link(self, attrs):
        href = (attrs.get("href") or "").strip()
        try:
            address = urljoin(self._base, href)
            is_allowed = bool(href) and urlsplit(address).scheme in _SCHEMES
        except ValueError:
            is_allowed = False
        if is_allowed:
            self.is_whole &= set(attrs) == {"href"}
            self._open_inline("a", f'<a href="{escape(address)}">')
        else:
            self.is_whole = False

    def _open_inline(self, tag, markup):
        if tag in self._open[self._block_depth() :]:
            return
        self._need_block()
        self._write_waiting_space()
        self._push(tag, markup)

    def _close_inline(self, tag):
        inline = self._open[self._block_depth() :]
        if tag not in inline:
            return
        reopened = inline[inline.index(tag) + 1 :]
        self._close_down_to(_last(self._open, tag))
        # A link that overlaps is not opened anew: its second half would be a link of its own.
        for name in reopened:
            if name != "a":
                self._push(name, f"<{name}>")

    def _open_list(self, tag):
        if sum(name in _LISTS for name in self._open) >= _DEEPEST_LIST:
            self.is_whole = False
            return
        self._end_paragraph()
        self._space_waits = False
        if self._open and self._open[-1] in _LISTS:
            self._push("li", "<li>")
        self._push(tag, f"<{tag}>")

    def _open_item(self):
        lists = [number for number, name in enumerate(self._open) if name in _LISTS]
        if lists:
            self._close_down_to(lists[-1] + 1)
        else:
            self._end_paragraph()
            self._push("ul", "<ul>")
        self._push("li", "<li>")

    def _end_paragraph(self):
        """Close the paragraph that is open; within a list item its text begins a new line."""
        depth = self._block_depth()
        if "p" in self._open:
            depth = self._open.index("p")
        elif self._has_text() and self._open and self._open[-1] == "li":
            self._space_waits = True
        self._close_down_to(depth)

    def _write_break(self):
        if self._unseen:
            return
        if self._has_text():
            self._space_waits = False
            self._out.append("<br/>")

    def _need_block(self):
        if self._open and self._open[-1] in _LISTS:
            self._push("li", "<li>")
        elif not self._block_depth():
            self._push("p", "<p>")

    def _block_depth(self):
        """How many of the open tags are blocks; emphasis and links are open within them."""
        return sum(name not in {"b", "i", "a"} for name in self._open)

    def _has_text(self):
        """Whether the block that is open has text to which more can be added."""
        depth = self._block_depth()
        if not depth or self._open[depth - 1] in _LISTS:
            return False
        return any(not piece.startswith("<") for piece in self._out[self._starts[depth - 1] :])

    def _write_waiting_space(self):
        if self._space_waits:
            self._out.append(" ")
        self._space_waits = False

    def _push(self, tag, markup):
        self._starts.append(len(self._out))
        self._open.append(tag)
        self._out.append(markup)

    def _close_down_to(self, depth):
        """Close open tags until `depth` are left; one without any text in it is taken back."""
        while len(self._open) > depth:
            tag, start = self._open.pop(), self._starts.pop()
            if any(not piece.startswith("<") for piece in self._out[start:]):
                self._out.append(f"</{tag}>")
            else:
                del self._out[start:]
                if self._out and self._out[-1] == " ":
                    self._space_waits = bool(self._out.pop())
            if tag not in {"b", "i", "a"}:
                self._space_waits = False


def _last(names, wanted):
    return len(names) - 1 - names[::-1].index(wanted)
