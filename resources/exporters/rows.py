"""Pages as rows of text: what an import reads as the same page."""

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from django.utils.html import strip_tags
from wagtail.fields import RichTextField

from resources.importers.bindings import BLOCK_KEY, Binding, bindings_of
from resources.importers.columns import COLUMNS
from resources.importers.identity import identify
from resources.importers.values import CONTROL
from resources.models import ResourcePage

Values = dict[str, str | list[str]]

# What an anonymous facility must not leave the hub with.
FACILITY = ("facility_name", "facility_place")
_ENDS_LINE = re.compile(r"<br\s*/?>|</(?:p|li|h\d)>", re.IGNORECASE)
# Rich text that plain text can stand for: what an import itself would make of it.
_PLAIN = re.compile(r"(<p>[^<]*</p>)*")


@dataclass(frozen=True)
class Row:
    """One page as it leaves the hub.

    `values` maps columns to text, or to a list of texts where a column takes several; empty
    ones are left out. `is_whole` is false where formatting, pictures or tables stay behind.
    """

    values: Values
    is_whole: bool = True


def rows_of(model: type[ResourcePage], pages: Iterable[ResourcePage]) -> Iterator[Row]:
    """The row of each page of one model, in their order; no facility of an anonymous one."""
    bindings = bindings_of(model)
    for page in pages:
        yield _row(page, bindings)


def without_own_mark(values: Values) -> Values:
    """The values without the `source_id` that an import gives to a record by itself."""
    others = {name: value for name, value in values.items() if name != "source_id"}
    found = {**others, "year": int(others["year"]) if "year" in others else None}
    identify(found, keeps_doi="doi" in others)
    return others if values.get("source_id") == found.get("source_id") else values


def _row(page: ResourcePage, bindings: dict[str, Binding]) -> Row:
    found = {"language": page.locale.language_code}
    marked_up = []
    for column, binding in bindings.items():
        value = binding.read(page)
        if isinstance(page._meta.get_field(binding.attribute), RichTextField):
            marked_up.append(value)
            value = _lines(value)
        found[column] = _text_of(column, value)
    found["body"] = "\n".join(filter(None, map(_lines, _body(page))))
    marked_up += [child["value"] for child in page.body.raw_data]
    if getattr(page, "facility_is_anonymous", False):
        found.update(dict.fromkeys(FACILITY, ""))
    values = {column: found[column] for column in COLUMNS if found.get(column)}
    return Row(values, all(map(_is_plain, marked_up)))


def _text_of(column: str, value: Any) -> str | list[str]:
    if column == "keywords":
        return _keywords(value)
    if isinstance(value, list):
        return [text for item in value if (text := " ".join(str(item).split()))]
    if isinstance(value, bool):
        return "yes" if value else ""
    if isinstance(value, datetime.date):
        return value.isoformat()
    text = CONTROL.sub("", str(value if value is not None else "").replace("\r\n", "\n"))
    return "\n".join(" ".join(line.split()) for line in text.strip().split("\n"))


def _keywords(text: str) -> list[str]:
    """Keywords one by one, as long as an import puts them together again as they were."""
    parts = [" ".join(part.split()) for part in text.split("; ")]
    return parts if all(parts) and "; ".join(parts) == text else [text] if text.strip() else []


def _body(page: ResourcePage) -> Iterator[str]:
    """The markup of each passage; of pictures, tables and the like their words."""
    for child in page.body:
        if child.block_type == "paragraph":
            yield child.value.source
        elif child.block_type == "heading":
            yield escape(child.value["text"])
        else:
            yield "<br>".join(child.block.get_searchable_content(child.value))


def _lines(html: str) -> str:
    """Rich text as plain text, a line for every paragraph."""
    text = unescape(strip_tags(_ENDS_LINE.sub("\n", html)))
    return "\n".join(line for part in text.split("\n") if (line := " ".join(part.split())))


def _is_plain(value: Any) -> bool:
    return isinstance(value, str) and _PLAIN.fullmatch(BLOCK_KEY.sub("", value)) is not None
