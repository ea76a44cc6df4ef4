"""What a translation must keep of its original: tags, links, placeholders, times, speakers."""

import re
from collections import Counter
from html.parser import HTMLParser

from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS, StringValue

from translations.glossary import markup

# Far more than any text has; those who read HTML after us go down tag by tag.
_DEEPEST = 20
_BREAK = re.compile(r"</?br>")
# What begins like a tag and is none: the parser takes minutes for a text of nothing else.
_NO_TAG = re.compile(r"<(?=[a-zA-Z/!?])(?!/?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]{0,200})?/?>)")
_SHOWN = 20
# https://www.w3.org/TR/webvtt1/#file-structure
_TIME = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_TIMES = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}.*")
_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?")


class _Scanner(HTMLParser):
    """Collects the text of a passage, with a line for each `<br>`, and tags that are amiss."""

    def __init__(self, html):
        super().__init__()
        self.amiss, self._open, self._text = [], [], []
        self.feed(html)
        self.close()
        self.amiss += [f"<{name}>" for name in self._open]

    @property
    def lines(self):
        """The text, line by line."""
        return "".join(self._text).split("\n")

    def handle_starttag(self, tag, attrs):
        """Take the beginning of an element."""
        if tag == "br":
            self._text.append("\n")
            return
        self._open.append(tag)
        is_known = tag in INLINE_TAGS and (tag == "a" or not attrs)
        if not is_known or {name for name, _value in attrs} - {"id"} or len(self._open) > _DEEPEST:
            self.amiss.append(self.get_starttag_text())

    def handle_endtag(self, tag):
        """Take the end of an element."""
        if self._open and self._open[-1] == tag:
            self._open.pop()
        elif tag != "br":
            self.amiss.append(f"</{tag}>")

    def handle_data(self, data):
        """Take text."""
        self._text.append(data)


def faults(source: str, target: str) -> list[str]:
    """Return what a translation lacks or has too much, as sentences; none where all is kept.

    Both are HTML as wagtail-localize keeps it. Line breaks are free, for lists and speech fall
    into other lines in other languages.
    """
    if broken := _NO_TAG.search(target):
        return [_mismatch([target[broken.start() :][:_SHOWN]])]
    ours, theirs = _Scanner(source).lines, _Scanner(target)
    if theirs.amiss:
        return [_mismatch(theirs.amiss)]
    lacking, beyond = markup.difference(_fixed(source, ours), _fixed(target, theirs.lines))
    sentences = []
    if lacking:
        sentences.append(_("Not in the translation: {items}").format(items=", ".join(lacking)))
    if beyond:
        sentences.append(_("Not in the source: {items}").format(items=", ".join(beyond)))
    if not sentences and _times(ours) != _times(theirs.lines):
        sentences.append(_("Keep the order of the times, and the empty lines above them."))
    return sentences


def _mismatch(tags):
    items = ", ".join(dict.fromkeys(tags))
    return _("These tags do not match: {items}").format(items=items)


def normalised(html: str) -> str:
    """Return the HTML of a translation without `faults`, written as wagtail-localize does."""
    return StringValue.from_translated_html(html.strip()).data


def _fixed(html, lines):
    """Return a Counter of what must be there as often in one language as in the other."""
    tags = markup.tags(html)
    fixed = Counter({tag: tags[tag] for tag in tags if not _BREAK.fullmatch(tag)})
    fixed += markup.placeholders(html)
    fixed.update(line for _blank, line in _times(lines))
    if _HEADER.fullmatch(lines[0]):
        fixed[lines[0]] += 1
    return fixed


def _times(lines):
    """Return [(whether the line above is empty, line)] of the lines with times."""
    return [
        (number > 0 and not lines[number - 1].strip(), line.strip())
        for number, line in enumerate(lines)
        if _TIMES.fullmatch(line)
    ]
