"""What is held against a reader's setting: which fact, and which field of a resource says it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Criterion:
    """A fact that a reader may state, by the name under which search keeps the resource's.

    `field` is the field of a ResourcePage that it is compared with, `label` what readers see that
    field called, `question` what they are asked for. With `needs_all` a place must have all that
    the field names, and may state to have nothing; otherwise it must be one of those it names.
    """

    name: str
    field: str
    label: Promise
    question: Promise
    needs_all: bool = False

    @property
    def parameter(self) -> str:
        """The parameter of addresses that states it."""
        return f"here_{self.name}"


CRITERIA = {
    criterion.name: criterion
    for criterion in (
        Criterion("level", "care_level", _("Level of care"), _("Level of care")),
        Criterion("country", "countries", _("Countries"), _("Country")),
        Criterion("role", "team_roles", _("Team"), _("Team"), needs_all=True),
        Criterion("equipment", "equipment", _("Equipment"), _("Equipment"), needs_all=True),
        Criterion("caseload", "caseload", _("Caseload"), _("Caseload")),
    )
}
