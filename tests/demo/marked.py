"""A language for tests in which whatever gettext says stands in brackets.

What is seen on a page and stands neither in brackets nor in the content was never marked to be
translated.
"""

import re

from bs4 import BeautifulSoup, Comment, Doctype
from django.utils import translation

BEGIN, END = "⟦", "⟧"
ATTRIBUTES = ("aria-label", "aria-description", "title", "alt", "placeholder", "label")
META = ("description", "og:title", "og:description", "twitter:title")
_BLOCKS = {"p", "li", "td", "th", "div", "h1", "h2", "h3", "h4", "dt", "dd", "title", "a", "button"}
_UNSEEN = {"script", "style", "template", "svg", "code", "kbd", "textarea"}
# Words of Latin letters that stand beside each other; one letter alone is a unit or a number.
_RUNS = re.compile(r"[A-Za-z][\w'’-]+(?: [A-Za-z][\w'’-]*)*")
# Addresses, files and the like are the same in every language.
_NO_WORDS = re.compile(r"https?://\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\b|\.\w+")


def speak(monkeypatch):
    """Put all that gettext says from now on into brackets."""
    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        said = getattr(translation._trans, name)
        monkeypatch.setattr(translation._trans, name, _bracketing(said), raising=False)


def unmarked(html, content, language):
    """Return the Latin words of a page that are neither in brackets nor in `content`.

    What an element says to be in another language than `language`, or in none, is taken for
    content, as names of languages and references are. `content` is text of which any words may
    stand anywhere.
    """
    soup = BeautifulSoup(html, "html.parser")
    texts = [*_running(soup, language), *_attributes(soup, language)]
    found = dict.fromkeys(run for text in texts for run in _RUNS.findall(text))
    return [run for run in found if not re.search(rf"(?<!\w){re.escape(run)}(?!\w)", content)]


def outside(text):
    """Return what of a text stands outside of all brackets."""
    return _Brackets().leave(text)


def words(text):
    """Return a text without what is no word, spaces made one."""
    return " ".join(_NO_WORDS.sub(" ", text).split())


def _bracketing(said):
    def say(*args, **kwargs):
        text = said(*args, **kwargs)
        return f"{BEGIN}{text}{END}" if _is_text(text) else text

    return say


def _is_text(text):
    return bool(str(text).strip())


class _Brackets:
    """Reads texts one after another, and leaves what stands outside of brackets."""

    def __init__(self):
        self.depth = 0

    def leave(self, text):
        """Return what of `text` stands outside; brackets may stay open for the next one."""
        left = []
        for character in text:
            if character == BEGIN:
                self.depth += 1
            elif character == END:
                self.depth = max(0, self.depth - 1)
            elif not self.depth:
                left.append(character)
        return "".join(left)


def _running(soup, language):
    """Yield the running texts; a sentence in brackets may have elements in it."""
    brackets, block = _Brackets(), None
    for node in soup.find_all(string=True):
        above = next((each for each in node.parents if each.name in _BLOCKS), None)
        inside = block is not None and above is not None and block in above.parents
        if above is not block and not inside:
            brackets, block = _Brackets(), above
        if isinstance(node, (Comment, Doctype)) or _is_unseen(node, language):
            continue
        yield words(brackets.leave(str(node)))


def _attributes(soup, language):
    for element in soup.find_all(True):
        if _is_foreign([element, *element.parents], language):
            continue
        for name in ATTRIBUTES:
            yield words(outside(element.get(name, "")))
        if element.name == "input" and element.get("type") in {"submit", "button"}:
            yield words(outside(element.get("value", "")))
        if element.name == "meta" and (element.get("name") or element.get("property")) in META:
            yield words(outside(element.get("content", "")))


def _is_unseen(node, language):
    above = list(node.parents)
    return any(each.name in _UNSEEN for each in above) or _is_foreign(above, language)


def _is_foreign(above, language):
    own = next((each["lang"] for each in above if "lang" in each.attrs), language)
    return own != language
