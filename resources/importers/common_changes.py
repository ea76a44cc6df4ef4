"""Common changes of a synthesis as JSON: each with the keys of its records, as files name them."""

import json
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _

from core.visibility import public_pages
from resources.models import InitiativePage, ResourcePage
from resources.synthesis.blocks import records_of

from . import values
from .identity import key_from, own_key
from .record import Cell

Changes = list[dict[str, Any]]
_URN = key_from("")


def clean(cells: list[Cell]) -> Changes:
    """The changes that the cells say, as [{"change", "records"}].

    A record is named by its DOI, else its address, else its key in the source. Raises
    ValidationError for what an editor could not save, such as a record that is not here.
    """
    try:
        found = [_change(each) for cell in cells for each in json.loads(cell.value)]
        keys = {key for each in found for key in each["records"]}
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise _refusal() from error
    if keys - _known(keys).keys():
        raise _refusal()
    return found


def read(page: Any) -> Changes:
    """The changes of a page, with those of their records that anybody may read."""
    groups = records_of(page.changes)
    keys = _public(pk for group in groups.values() for pk in group)
    return [
        {
            "change": child.value["change"],
            "records": [keys[pk] for pk in groups[child.id] if pk in keys],
        }
        for child in page.changes
    ]


def write(page: Any, changes: Changes) -> None:
    """Gives a page its changes, with the records that its own language has, else any other."""
    known = _known({key for each in changes for key in each["records"]}, page.locale_id)
    page.changes = [
        ("change", {"change": each["change"], "records": [known[key] for key in each["records"]]})
        for each in changes
    ]


def _change(each):
    records = each["records"]
    if not isinstance(records, list) or not records:
        raise TypeError(records)
    text = values.within(values.line(str(each["change"])), 255)
    return {"change": text, "records": [str(key) for key in records]}


def _refusal():
    return ValidationError(_("holds a passage that an editor could not save."))


def _public(page_ids: Iterable[int]) -> dict[int, str]:
    pages = public_pages(ResourcePage.objects.filter(pk__in=list(page_ids))).specific()
    return {
        page.pk: getattr(page, "doi", "") or page.source_url or page.source_id or own_key(page)
        for page in pages
    }


def _uuid_of(key: str) -> UUID | None:
    try:
        return UUID(key.removeprefix(_URN)) if key.startswith(_URN) else None
    except ValueError:
        return None


def _known(keys: set[str], locale: int | None = None) -> dict[str, ResourcePage]:
    """The page of each key that a page has; of several languages that of the `locale`."""
    own = [uuid for key in keys if (uuid := _uuid_of(key))]
    papers = InitiativePage.objects.filter(doi__in=keys).values("pk")
    named = Q(source_url__in=keys) | Q(source_id__in=keys) | Q(translation_key__in=own)
    pages = ResourcePage.objects.filter(named | Q(pk__in=papers)).specific().order_by("pk")
    found: dict[str, ResourcePage] = {}
    for page in sorted(pages, key=lambda page: page.locale_id == locale):
        mine = (getattr(page, "doi", ""), page.source_url, page.source_id)
        found |= dict.fromkeys((*mine, key_from(page.translation_key)), page)
    return found
