"""The body of a page as text: plain or formatted, or, with more in it, its passages as JSON."""

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.blocks import Block, ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.contrib.table_block.blocks import TableBlock

from resources.models import ResourcePage

from . import markup, values
from .record import Cell
from .refusals import refusal

Passages = list[str | dict[str, Any]]
_JSON = "[{"
_PARAGRAPH = "paragraph"
# What a table holds besides words: lists of rows, of cells of a kind, and of merged cells.
_OF_TABLES = {"data", "cell", "mergeCells"}


def clean(cells: list[Cell]) -> Passages:
    """The passages of a body: a text for a paragraph, else {"type", "value"} as the CMS has it.

    Raises ValidationError for what no body may hold, and for pictures and documents, which are
    another hub's.
    """
    return [passage for cell in cells for passage in _passages(cell.value)]


def read(page: ResourcePage) -> Passages:
    """The passages of a page, without what editing leaves in them."""
    block = page.body.stream_block
    return _short(_walk(block, [dict(child) for child in page.body.raw_data], _kept))


def write(page: ResourcePage, passages: Passages) -> None:
    """Gives a page its passages."""
    raw = [
        {"type": _PARAGRAPH, "value": each} if isinstance(each, str) else each for each in passages
    ]
    page.body = page.body.stream_block.to_python(raw)


def as_text(passages: Passages) -> tuple[str, bool]:
    """Passages that are more than paragraphs in the form that `clean` reads.

    The second value is false where something had to stay behind: a picture, a link within the
    hub.
    """
    kept, is_whole = [], True
    for passage in passages:
        each = {"type": _PARAGRAPH, "value": passage} if isinstance(passage, str) else passage
        try:
            kept += _checked([each])
        except ValidationError:
            is_whole = False
    return json.dumps(kept, ensure_ascii=False, sort_keys=True), is_whole


def _passages(text: str) -> Passages:
    if not text.startswith(_JSON):
        return [values.rich_text(text)]
    try:
        return _short(_checked(json.loads(text)))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise ValidationError(
            _("begins as passages of a body do, and cannot be read as such.")
        ) from error


def _short(raw: list[dict]) -> Passages:
    return [each["value"] if each["type"] == _PARAGRAPH else each for each in raw]


def _checked(raw: list[dict]) -> list[dict]:
    block = ResourcePage._meta.get_field("body").stream_block
    walked = _walk(block, raw, _good)
    try:
        block.clean(block.to_python(deepcopy(walked)))
    except ValidationError as error:
        raise refusal(error) from error
    return walked


def _walk(block: Block, value: Any, leaf: Callable[[Block, Any], Any]) -> Any:
    """The raw value of a block without ids, each value at its ends as `leaf` makes it."""
    if isinstance(block, StreamBlock):
        return [
            {
                "type": each["type"],
                "value": _walk(block.child_blocks[each["type"]], each["value"], leaf),
            }
            for each in value
        ]
    if isinstance(block, ListBlock):
        items = [each["value"] if each.get("type") == "item" else each for each in value]
        return [_walk(block.child_block, each, leaf) for each in items]
    if isinstance(block, StructBlock):
        return {name: _walk(block.child_blocks[name], each, leaf) for name, each in value.items()}
    return leaf(block, value)


def _kept(block: Block, value: Any) -> Any:
    if isinstance(block, RichTextBlock):
        return markup.normal(value)
    # A table is completed in place by whoever reads it first.
    return block.to_python(deepcopy(value)) if isinstance(block, TableBlock) else value


def _good(block: Block, value: Any) -> Any:
    """A value as it may come from a file: text, or a table of text."""
    if isinstance(block, RichTextBlock):
        return values.rich_text(value)
    cells = [value]
    if isinstance(block, TableBlock):
        cells = [cell for row in value["data"] for cell in row]
        cells += [each for name, each in value.items() if name not in _OF_TABLES]
    for cell in cells:
        if not isinstance(cell, str | bool | None) or values.CONTROL.search(str(cell or "")):
            raise ValidationError(_("holds a passage that an editor could not save."))
    return _kept(block, value)
