"""The people and groups behind a resource: their names, roles and affiliations.

Pages keep them together, files in three columns, so that any format can carry them: `authors`
names them in their order, `roles` and `affiliations` say more of some, as “Asha Singh = host”.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from resources.blocks import PersonBlock

from . import values
from .record import Cell

DETAILS = {"roles": "role", "affiliations": "affiliation"}
EQUALS = " = "


def clean_names(cells: list[Cell]) -> list[str]:
    """The names of a record's people, in their order."""
    return [values.within(values.line(cell.value), _longest("name")) for cell in cells]


def read_names(page: Any) -> list[str]:
    """The names of a page's people."""
    return [block.value["name"] for block in page.contributors]


def write_names(page: Any, names: list[str]) -> None:
    """Names only: a role or an affiliation that an editor added stays with its name."""
    known = {block.value["name"]: block.value for block in page.contributors}
    page.contributors = [("person", known.get(name, {"name": name})) for name in names]


def clean_details(column: str, cells: list[Cell]) -> list[list[str]]:
    """Pairs of a name and what is said of that person; raises ValidationError for others."""
    return [_pair(column, values.line(cell.value)) for cell in cells]


def read_details(column: str, page: Any) -> list[list[str]]:
    """The pairs of a page, of those people of whom it says something."""
    key = DETAILS[column]
    people = [block.value for block in page.contributors]
    return [[person["name"], person[key]] for person in people if person.get(key)]


def write_details(column: str, page: Any, pairs: list[list[str]]) -> None:
    """Says so of the page's people, and adds those whom it does not name yet."""
    told = dict(pairs)
    people = [dict(block.value) for block in page.contributors]
    named = {person["name"] for person in people}
    people += [{"name": name} for name in told if name not in named]
    key = DETAILS[column]
    page.contributors = [
        ("person", {**person, key: told.get(person["name"], "")}) for person in people
    ]


def _pair(column: str, text: str) -> list[str]:
    name, equals, detail = text.rpartition(EQUALS)
    if not equals or not name.strip() or not detail.strip():
        raise ValidationError(
            _("“{text}” is not written as “Name = {detail}”.").format(
                text=text[:60], detail=DETAILS[column]
            )
        )
    return [name.strip(), values.within(detail.strip(), _longest(DETAILS[column]))]


def _longest(child: str) -> int:
    return PersonBlock().child_blocks[child].field.max_length
