"""Passages that readers are told something about, marked where templates ask for it."""

from babel.numbers import format_decimal
from django.utils.html import conditional_escape, format_html
from django.utils.translation import get_language

from core.languages import direction_of


class Mark:
    """What readers are told of one passage: `label`, in words, and more at the note `number`.

    `language` is the code of the language that the passage is in, "" for that of its page;
    `is_grave` says that lives may hang on it. `is_shown` tells whether the mark has been written.
    """

    def __init__(self, number, label, *, is_grave=False, language=""):
        self.number = number
        self.label = label
        self.is_grave = is_grave
        self.language = language
        self.is_shown = False

    @property
    def name(self):
        """Return what the mark and its note are both called, in the reader's language."""
        shown = format_decimal(self.number, locale=get_language(), numbering_system="default")
        return f"{self.label} ({shown})"

    def around(self, html):
        """Return safe HTML of a passage, marked, and behind it the link to its note."""
        return format_html("{} {}", self.span(html), self.link())

    def span(self, html):
        """Return safe HTML of a passage, marked, in its own language and direction."""
        return format_html('<span class="passage"{}>{}</span>', language_of(self.language), html)

    def link(self):
        """Return what the mark says, as a link to its note."""
        self.is_shown = True
        grave = " grave" if self.is_grave else ""
        return format_html(
            '<a class="passage-note{}" id="_n-{}" href="#_s-{}">{}</a>',
            grave,
            self.number,
            self.number,
            self.name,
        )


class MarkedText(str):
    """A text and its mark. Whatever does not ask for the mark has the text alone."""

    __slots__ = ("mark",)

    def __new__(cls, text, mark):
        marked = super().__new__(cls, text)
        marked.mark = mark
        return marked


def mark_of(text):
    """Return the `Mark` of a text, None for one without."""
    return getattr(text, "mark", None)


def language_of(code):
    """Return the attributes that say which language a text is in, "" for the page's own."""
    if not code:
        return ""
    return format_html(' lang="{}" dir="{}"', code, direction_of(code))


def marked(text, html=None):
    """Return a text as safe HTML, with its mark if it has one.

    `html` is the text as safe phrasing content, where that is more than the text escaped.
    """
    html = conditional_escape(text) if html is None else html
    mark = mark_of(text)
    return mark.around(html) if mark else html
