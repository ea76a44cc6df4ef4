"""What a report says of passages that an editor's form would not take."""

import json
from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def refusal(error: Exception) -> ValidationError:
    """The refusal of a cell, with every place in its passages that `error` names, and why.

    A place is the passage's number, counted from 1, and the names that lead on from there.
    """
    told = [_("holds a passage that an editor could not save.")]
    if isinstance(error, json.JSONDecodeError):
        told = [_("is no JSON from character {place} on.").format(place=error.pos + 1)]
    elif isinstance(error, ValidationError):
        told += [_told(place, " ".join(messages)) for place, messages in _places(error)]
    return ValidationError(" ".join(told))


def _told(place: str, message: str) -> str:
    return _("{column}: {message}").format(column=place, message=message) if place else message


def _places(error: ValidationError, place: str = "") -> Iterator[tuple[str, list[str]]]:
    inner = getattr(error, "block_errors", None)
    if inner is None:
        yield place, error.messages
        return
    pairs = inner.items() if isinstance(inner, Mapping) else enumerate(inner)
    for name, each in pairs:
        step = str(name + 1) if isinstance(name, int) else name
        yield from _places(each, f"{place}.{step}" if place else step)
    for each in error.non_block_errors.as_data():
        yield place, each.messages
