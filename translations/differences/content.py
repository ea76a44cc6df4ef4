"""Finding a value of a page by its path in wagtail-localize's terms, and putting another there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from wagtail.blocks import ListBlock, RichTextBlock, StreamBlock, StructBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.rich_text import RichText

from core.blocks import TableBlock


@dataclass(frozen=True)
class Spot:
    """A text of a page: `text` is HTML where `is_rich`, `put` sets another in its place."""

    text: str
    is_rich: bool
    put: Callable[[str], None]


def spot(page, path) -> Spot | None:
    """Return the text of a page at `path`, None where there is none."""
    name, *rest = path.split(".")
    try:
        field = page._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    value = getattr(page, name)
    put = partial(setattr, page, name)
    if isinstance(field, StreamField):
        return _in_block(field.stream_block, value, put, rest)
    return Spot(value or "", isinstance(field, RichTextField), put)


def graft(page, source, path):
    """Put the block of `source` that holds `path` into `page`, where the page lacks it.

    Returns the path of the block, "" where nothing had to be done or there is no such block.
    """
    name, *rest = path.split(".")
    if not rest:
        return ""
    block = source._meta.get_field(name).stream_block
    grafted = _graft(block, getattr(page, name), getattr(source, name), rest)
    return ".".join([name, *grafted]) if grafted else ""


def _in_block(block, value, put, path):
    if isinstance(block, TableBlock):
        return _in_table(value, path)
    if not path:
        if isinstance(block, RichTextBlock):
            return Spot(value.source, True, lambda html: put(RichText(html)))
        return Spot(value or "", False, put)
    step, *rest = path
    if isinstance(block, StructBlock):
        inner = block.child_blocks.get(step)
        return inner and _in_block(inner, value[step], partial(value.__setitem__, step), rest)
    child = _children(block, value).get(step)
    return child and _in_block(child.block, child.value, partial(setattr, child, "value"), rest)


def _children(block, value):
    if isinstance(block, StreamBlock):
        return {child.id: child for child in value}
    if isinstance(block, ListBlock):
        return {child.id: child for child in value.bound_blocks}
    return {}


def _in_table(table, path):
    if not table or not path:
        return None
    if path[0] == "caption":
        caption = table.get("table_caption") or ""
        return Spot(caption, False, partial(table.__setitem__, "table_caption"))
    row, column = (int(part) for part in path[0].split("-")[1:])
    rows = table.get("data") or []
    if row >= len(rows) or column >= len(rows[row]):
        return None
    return Spot(rows[row][column] or "", False, partial(rows[row].__setitem__, column))


def _graft(block, value, source, path) -> list[Any]:
    """Return the steps of `path` down to the block that was put in, [] if none was."""
    if not path or isinstance(block, TableBlock | RichTextBlock):
        return []
    step, *rest = path
    if isinstance(block, StructBlock):
        inner = block.child_blocks.get(step)
        grafted = _graft(inner, value[step], source[step], rest) if inner else []
        return [step, *grafted] if grafted else []
    ours, theirs = _children(block, value), _children(block, source)
    if step not in theirs:
        return []
    if step in ours:
        grafted = _graft(theirs[step].block, ours[step].value, theirs[step].value, rest)
        return [step, *grafted] if grafted else []
    where = _behind(list(ours), list(theirs), step)
    siblings = value.bound_blocks if isinstance(block, ListBlock) else value
    siblings.insert(where, theirs[step])
    return [step]


def _behind(ours, theirs, step):
    """Return the position behind the nearest block before `step` that both have."""
    for before in reversed(theirs[: theirs.index(step)]):
        if before in ours:
            return ours.index(before) + 1
    return 0
