"""The people and groups behind a resource: their names, roles and affiliations.

Pages keep them together, files in three columns, so that any format can carry them: `authors`
names them in their order, `roles` and `affiliations` say more of some, as “Asha Singh = host”.
An equals sign within a name is written twice.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from resources.blocks import PersonBlock

from . import values
from .record import Cell

DETAILS = {"roles": "role", "affiliations": "affiliation"}
_EQUALS = " = "


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


def pair_text(pair: list[str]) -> str:
    """A pair in the form that `clean_details` reads."""
    name, detail = pair
    return f"{name.replace('=', '==')}{_EQUALS}{detail}"


def split_pair(text: str) -> list[str]:
    """Name and detail of a pair; the detail is "" where none is told."""
    name, _equals, detail = text.partition(_EQUALS)
    return [name.replace("==", "=").strip(), detail.strip()]


def _pair(column: str, text: str) -> list[str]:
    name, detail = split_pair(text)
    if not name or not detail:
        raise ValidationError(
            _("“{text}” is not written as “Name = {detail}”.").format(
                text=text[:60], detail=DETAILS[column]
            )
        )
    return [name, values.within(detail, _longest(DETAILS[column]))]


def _longest(child: str) -> int:
    return PersonBlock().child_blocks[child].field.max_length
