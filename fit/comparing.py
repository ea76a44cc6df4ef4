"""A setting held against what a resource says: what fits, what is lacking, what nobody says.

Nothing is guessed. A resource that does not say what it takes is neither a fit nor a misfit, and
what a reader does not state is not compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from .criteria import CRITERIA, Criterion
from .setting import Setting

FITS, LACKS, UNSAID = "fits", "lacks", "unsaid"


class Named(NamedTuple):
    """A value's name; `language` and `direction` are "" where it is in the reader's language."""

    text: str
    language: str = ""
    direction: str = ""


# What a resource says, by the names of CRITERIA: its values, each with its name.
Facts = Mapping[str, Mapping[str, Named]]


@dataclass(frozen=True)
class Reason:
    """How one field of a resource stands to the setting, and the names that it is about.

    These are what is missing, where something is; otherwise all that the field says.
    """

    criterion: Criterion
    status: str
    about: tuple[Named, ...] = ()

    @property
    def label(self):
        """What the field is called."""
        return self.criterion.label

    @property
    def verdict(self):
        """The status in a word."""
        if self.status == LACKS:
            return _("Missing") if self.criterion.needs_all else _("Different")
        return _("Fits") if self.status == FITS else _("Not stated")


def compare(setting: Setting, facts: Facts) -> list[Reason]:
    """Return a reason for each fact that the reader has stated, in the order of CRITERIA."""
    return [
        _reason(criterion, setting.stated[name], facts.get(name, {}))
        for name, criterion in CRITERIA.items()
        if name in setting.stated
    ]


def rank(fits: int, lacks: int) -> tuple[int, int]:
    """Return a key that sorts by fit, the best first.

    Each field that fits counts one for a resource and each that lacks something one against it;
    what it does not say counts nothing. Of two that are even, the one that lacks less comes first.
    """
    return lacks - fits, lacks


def _reason(criterion, had, said):
    if not said:
        return Reason(criterion, UNSAID)
    missing = said.keys() - had
    lacks = missing if criterion.needs_all else len(missing) == len(said)
    about = tuple(name for value, name in said.items() if not lacks or value in missing)
    return Reason(criterion, LACKS if lacks else FITS, about)
