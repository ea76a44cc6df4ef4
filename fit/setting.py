"""Where a reader works, as an address states it. The hub keeps none of it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import QueryDict

from core import countries
from resources.choices import CareLevel, Caseload

from .criteria import CRITERIA, Criterion

# States that a place has nothing of a kind, which is not the same as to state nothing.
NONE = "none"
MOST_VALUES = 50

_SLUG = re.compile(r"^[\w-]{1,80}$")


@dataclass(frozen=True)
class Setting:
    """The facts that a reader has stated, by the names of CRITERIA; others are missing.

    A team or equipment that is stated to be none is an empty set.
    """

    stated: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def __bool__(self):
        return bool(self.stated)

    def has(self, name: str, value: str) -> bool:
        """Return whether `value` of a criterion is stated; NONE is, where nothing else is."""
        stated = self.stated.get(name)
        return stated is not None and (value in stated or value == NONE and not stated)

    def parameters(self) -> list[tuple[str, str]]:
        """Return the names and values that state this in an address."""
        return [
            (CRITERIA[name].parameter, value)
            for name, values in self.stated.items()
            for value in sorted(values) or [NONE]
        ]


def from_parameters(parameters: QueryDict) -> Setting:
    """Return the setting that the parameters of an address state; what cannot be is passed over."""
    stated = {}
    for name, criterion in CRITERIA.items():
        given = parameters.getlist(criterion.parameter)[:MOST_VALUES]
        values = frozenset(value for value in given if _can_be(criterion, value))
        if values or criterion.needs_all and NONE in given:
            stated[name] = values
    return Setting(stated)


def _can_be(criterion: Criterion, value: str) -> bool:
    if criterion.needs_all:
        return value != NONE and bool(_SLUG.match(value))
    return value in _KNOWN[criterion.name]()


_KNOWN = {
    "level": lambda: CareLevel.values,
    "country": countries.codes,
    "caseload": lambda: Caseload.values,
}
