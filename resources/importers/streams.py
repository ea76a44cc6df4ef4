"""The streams of an improvement record as JSON: what an editor's form holds, no more than that.

What is empty or stays as it comes is left out, and the points of a measure are the text that
somebody may paste, so that a record can be written by hand as well.
"""

import datetime
import json
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.blocks import Block, DateBlock, ListBlock, StreamBlock, StructBlock

from measures.blocks import SeriesBlock

from . import values
from .record import Cell
from .refusals import refusal

Stream = list[dict[str, Any]]
# What reading JSON of any shape as blocks may raise besides ValidationError.
_UNREADABLE = (ArithmeticError, AttributeError, KeyError, RecursionError, TypeError, ValueError)


def clean(block: StreamBlock, cells: list[Cell]) -> Stream:
    """The stream that the cells say, in the form of `short`.

    Raises ValidationError for what an editor could not save.
    """
    try:
        found = [each for cell in cells for each in json.loads(cell.value, parse_float=str)]
        value = block.clean(block.to_python(_checked(block, found)))
    except (ValidationError, *_UNREADABLE) as error:
        raise refusal(error) from error
    return short(block, value.get_prep_value())


def as_text(stream: Stream) -> str:
    """A stream in the form that `clean` reads."""
    return json.dumps(stream, ensure_ascii=False)


def write(block: StreamBlock, before: Any, stream: Stream) -> Any:
    """The value of a stream for a page; blocks keep the ids of those that were there `before`."""
    known = [(child["type"], child["id"]) for child in before.get_prep_value()]
    raw = [
        {**each, "id": known[place][1]}
        if place < len(known) and known[place][0] == each["type"]
        else each
        for place, each in enumerate(stream)
    ]
    value = block.to_python(raw)
    # A block that nobody has looked at is kept as it came, without what its lists need.
    list(value)
    return value


def short(block: Block, value: Any) -> Any:
    """The stored value of a block without ids, and without what is empty or a default."""
    if isinstance(block, StreamBlock):
        return [
            {"type": each["type"], "value": short(block.child_blocks[each["type"]], each["value"])}
            for each in value
        ]
    if isinstance(block, ListBlock):
        return [short(block.child_block, _item(each)) for each in value]
    if isinstance(block, StructBlock):
        told = {
            name: short(child, value[name])
            for name, child in block.child_blocks.items()
            if name in value
        }
        return {name: each for name, each in told.items() if not _goes_without(block, name, each)}
    if isinstance(block, SeriesBlock):
        value = block.value_for_form(block.to_python(value))
    if isinstance(value, str):
        return values.CONTROL.sub("", value.replace("\r\n", "\n")).strip()
    return str(value) if isinstance(value, Decimal | datetime.date) else value


def _goes_without(block, name, value):
    usual = block.child_blocks[name].get_default()
    return value == usual if usual else value in (None, "", [])


def _item(each):
    return each["value"] if isinstance(each, dict) and each.get("type") == "item" else each


def _checked(block, value):
    """A value from a file, each of its ends a text, a number or a date; raises ValidationError."""
    if isinstance(block, StreamBlock):
        return [
            {
                "type": each["type"],
                "value": _checked(block.child_blocks[each["type"]], each["value"]),
            }
            for each in value
        ]
    if isinstance(block, ListBlock):
        return [_checked(block.child_block, _item(each)) for each in _of(list, value)]
    if isinstance(block, StructBlock):
        return {
            name: _checked(block.child_blocks[name], each)
            for name, each in _of(dict, value).items()
        }
    if isinstance(block, DateBlock) and value:
        return values.date(_of(str, value)).isoformat()
    return _end(value)


def _of(kind, value):
    if not isinstance(value, kind):
        raise TypeError(value)
    return value


def _end(value):
    if isinstance(value, str) and values.CONTROL.search(value.replace("\r\n", "\n")):
        raise ValueError(value)
    return _of(str | int | None, value)
