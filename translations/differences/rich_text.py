"""Marking passages of rich text, as wagtail-localize counts them."""

from dataclasses import dataclass

from bs4 import BeautifulSoup
from django.utils.safestring import mark_safe
from wagtail_localize.strings import INLINE_TAGS, extract_strings

_LISTS = ("ul", "ol")


@dataclass(frozen=True)
class RichPassage:
    """A passage of rich text: its HTML, and the names of the elements it stands in.

    `tag` is that of its block, `list_tag` that of the list around a "li".
    """

    html: str
    tag: str
    list_tag: str


def passages_in(html):
    """Return the passages of rich text as a list of `RichPassage`."""
    template, strings = extract_strings(html)
    soup = BeautifulSoup(template, "html.parser")
    found = []
    for place in soup.find_all("text"):
        string, attributes = strings[int(place["position"])]
        block = _block(place)
        tag = block.name if block.name not in ("text", *INLINE_TAGS) else "p"
        inside = block.parent.name if tag == "li" else ""
        list_tag = inside if inside in _LISTS else "ul"
        found.append(RichPassage(string.render_html(attributes), tag, list_tag))
    return found


def mark_passages(html, marks, missing=()):
    """Return rich text with marked passages, and with others put in that it lacks.

    `marks` is {how-manieth passage, from 0: Mark}; `missing` pairs of the passage that
    another stands after, None for the beginning, with its (RichPassage, Mark).
    """
    template, strings = extract_strings(html)
    soup = BeautifulSoup(template, "html.parser")
    places = {int(place["position"]): place for place in soup.find_all("text")}
    _insert(soup, {index: _block(place) for index, place in places.items()}, missing)
    for index, place in places.items():
        string, attributes = strings[index]
        passage = string.render_html(attributes)
        mark = marks.get(index)
        place.replace_with(_around(mark, passage) if mark else _parsed(passage))
    return str(soup)


def _insert(soup, blocks, missing):
    last = {}
    for after, (passage, mark) in missing:
        anchor = last.get(after, blocks.get(after))
        new = soup.new_tag(passage.tag)
        new.append(_around(mark, passage.html))
        last[after] = _put(soup, anchor, new, passage.list_tag)


def _put(soup, anchor, new, list_tag):
    """Put an element behind `anchor`, or first; return what the next one goes behind."""
    if anchor is not None and anchor.name == "li":
        if new.name == "li":
            anchor.insert_after(new)
            return new
        anchor = ([anchor] + [each for each in anchor.parents if each.name in _LISTS])[-1]
    if new.name == "li":
        around = soup.new_tag(list_tag)
        around.append(new)
        _place(soup, anchor, around)
        return new
    _place(soup, anchor, new)
    return new


def _place(soup, anchor, new):
    if anchor is None:
        soup.insert(0, new)
    else:
        anchor.insert_after(new)


def _block(place):
    """Return the element that holds a passage as a block, or the outermost inline one."""
    while place.parent.name in INLINE_TAGS:
        place = place.parent
    return place if place.parent.name == "[document]" else place.parent


def _around(mark, html):
    # Rich text of a published page, which its template would write as it stands.
    return _parsed(mark.around(mark_safe(html)))  # noqa: S308


def _parsed(html):
    return BeautifulSoup(html, "html.parser")
