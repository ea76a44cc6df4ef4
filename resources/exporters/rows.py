"""Pages as rows of text: what an import reads as the same page."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.fields import RichTextField

from resources.importers import bodies, markup, streams
from resources.importers import values as importing
from resources.importers.bindings import Binding, bindings_of
from resources.importers.columns import COLUMNS
from resources.importers.episodes import chapter_line
from resources.importers.identity import identify
from resources.importers.people import DETAILS, pair_text
from resources.models import PodcastPage, ResourcePage
from resources.models.record import STREAMS
from resources.models.told import FACILITY

Values = dict[str, str | list[str]]


@dataclass(frozen=True)
class Row:
    """One page as it leaves the hub.

    `values` maps columns to text, or to a list of texts where a column takes several; empty
    ones are left out. `is_whole` is false where pictures or links within the hub stay behind.
    `words` is the plain text of the body, for people.
    """

    values: Values
    is_whole: bool = True
    words: str = ""


def rows_of(model: type[ResourcePage], pages: Iterable[ResourcePage]) -> Iterator[Row]:
    """The row of each page of one model, in their order; nothing of an anonymous facility.

    Episodes of a podcast that readers may not see are left out with it.
    """
    bindings = bindings_of(model)
    has_shows = PodcastPage in model.allowed_parent_page_models()
    shows = dict(PodcastPage.objects.live().public().values_list("path", "title"))
    for page in pages:
        if not has_shows or _path_above(page) in shows:
            yield _row(page, bindings, shows)


def without_own_mark(values: Values) -> Values:
    """The values without the `source_id` that an import gives to a record by itself."""
    others = {name: value for name, value in values.items() if name != "source_id"}
    found = {**others, "year": int(others["year"]) if "year" in others else None}
    identify(found, keeps_doi="doi" in others)
    return others if values.get("source_id") == found.get("source_id") else values


def _row(page: ResourcePage, bindings: dict[str, Binding], shows: dict[str, str]) -> Row:
    found = {"language": page.locale.language_code, "show": shows.get(_path_above(page), "")}
    is_whole = True
    for column, binding in bindings.items():
        value = binding.read(page)
        if isinstance(page._meta.get_field(binding.attribute), RichTextField):
            found[column], is_kept = _rich(value)
            is_whole &= is_kept
        else:
            found[column] = _text_of(column, value)
    found["body"], is_kept = _body(page)
    if getattr(page, "facility_is_anonymous", False):
        found.update(dict.fromkeys((*FACILITY, "affiliations"), ""))
    values = {column: found[column] for column in COLUMNS if found.get(column)}
    return Row(values, is_whole and is_kept, _body_words(page))


def _path_above(page: ResourcePage) -> str:
    return page.path[: -page.steplen]


def _text_of(column: str, value: Any) -> str | list[str]:
    if column == "keywords":
        return _keywords(value)
    if column == "chapters":
        return importing.literal("\n".join(map(chapter_line, value)))
    if column in (*STREAMS, "common_changes"):
        return streams.as_text(value) if value else ""
    if column in DETAILS:
        value = [pair_text(pair) for pair in value]
    if column == "transcript":
        return importing.CONTROL.sub("", value)
    if isinstance(value, list):
        return [importing.literal(text) for item in value if (text := markup.regular(str(item)))]
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = importing.CONTROL.sub("", str(value if value is not None else "").replace("\r\n", "\n"))
    return importing.literal("\n".join(map(markup.regular, text.strip().split("\n"))))


def _keywords(text: str) -> list[str]:
    """Keywords one by one, as long as an import puts them together again as they were."""
    parts = list(map(markup.regular, text.split("; ")))
    return parts if all(parts) and "; ".join(parts) == text else [text] if text.strip() else []


def _body(page: ResourcePage) -> tuple[str, bool]:
    """The body as the import of a body takes it, and whether that is all of it."""
    passages = bodies.read(page)
    if all(isinstance(each, str) for each in passages):
        return _rich("".join(passages))
    return bodies.as_text(passages)


def _body_words(page: ResourcePage) -> str:
    """The words of a body, a line for each paragraph."""
    return "\n".join(filter(None, map(markup.words, _passages(page))))


def _passages(page: ResourcePage) -> Iterator[str]:
    """The markup of each passage; of pictures, tables and the like their words."""
    for child in page.body:
        if child.block_type == "paragraph":
            yield child.value.source
        elif child.block_type == "heading":
            yield escape(child.value["text"])
        else:
            yield "<br>".join(child.block.get_searchable_content(child.value))


def _rich(html: str) -> tuple[str, bool]:
    """Rich text as plain text where an import makes the same of it, else as it is.

    Of what no import would take only the words are left, and that is said.
    """
    words = markup.words(html)
    for text in (words, html):
        try:
            if importing.rich_text(text) == html:
                return text, True
        except ValidationError:
            continue
    return words, False
