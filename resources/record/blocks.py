"""Blocks of an improvement record: who worked on it, why it was wrong, what was tried.

Nobody is named: a team is told by its roles, so that a record says nothing about a person.
"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    ChoiceBlock,
    DateBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    StructBlockValidationError,
    StructValue,
)

from core.blocks import LineBlock, LinesBlock
from resources.choices import Act, Outcome

_LINE = 255
_MOST = 1_000_000
_TOLD = ("plan", "prediction", "do", "study", "next_step", "why")


class MemberBlock(StructBlock):
    """A role in the team, how many had it, and what they did."""

    role = LineBlock(label=_("Role"), max_length=100, help_text=_("Such as nurse. Name nobody."))
    number = IntegerBlock(label=_("How many"), required=False, min_value=1, max_value=_MOST)
    task = LineBlock(label=_("What they did"), required=False, max_length=_LINE)

    class Meta:
        icon = "group"
        label = _("Role")


class BranchBlock(StructBlock):
    """One bone of a fishbone diagram: a category and the causes found in it."""

    category = LineBlock(label=_("Category"), max_length=100)
    causes = ListBlock(LineBlock(label=_("Cause"), max_length=_LINE), label=_("Causes"), min_num=1)

    class Meta:
        icon = "arrow-right"
        label = _("Category")


class FishboneBlock(StructBlock):
    """A cause and effect diagram (Ishikawa), as the list that it is drawn from."""

    effect = LineBlock(label=_("Problem"), max_length=_LINE)
    branches = ListBlock(BranchBlock(), label=_("Categories"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Fishbone")


class WhysBlock(StructBlock):
    """Five whys: a problem, and why, and why that; the last answer is the root cause."""

    problem = LineBlock(label=_("Problem"), max_length=_LINE)
    whys = ListBlock(LineBlock(label=_("Why?"), max_length=_LINE), label=_("Why?"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Five whys")


class CountBlock(StructBlock):
    """How often one cause was found."""

    cause = LineBlock(label=_("Cause"), max_length=_LINE)
    count = IntegerBlock(label=_("How often"), min_value=0, max_value=_MOST)

    class Meta:
        icon = "minus"
        label = _("Cause")


class ParetoBlock(StructBlock):
    """Counts of causes, from which a Pareto chart is drawn."""

    title = LineBlock(label=_("What was counted"), max_length=_LINE)
    counts = ListBlock(CountBlock(), label=_("Causes"), min_num=1)

    class Meta:
        icon = "order-down"
        label = _("Pareto chart")


class IdeaBlock(StructBlock):
    """A change that the team thought of, and why it should help."""

    idea = LineBlock(label=_("Change"), max_length=_LINE)
    reason = LinesBlock(label=_("Why it should help"), required=False, rows=2, max_length=1000)

    class Meta:
        icon = "pick"
        label = _("Change idea")


class CycleValue(StructValue):
    """What a page shows of a cycle."""

    @property
    def facts(self):
        """Return what was planned, foreseen, done and learned as (label, text), in order."""
        return [(self.block.child_blocks[name].label, self[name]) for name in _TOLD if self[name]]

    @property
    def act_label(self):
        """Return what the team decided, "" if it is not said."""
        return Act(self["act"]).label if self["act"] else ""

    @property
    def outcome_label(self):
        """Return what came of the cycle, "" if it is not said."""
        return Outcome(self["outcome"]).label if self["outcome"] else ""


class CycleBlock(StructBlock):
    """One PDSA cycle: what was planned and foreseen, what happened, and what came of it."""

    title = LineBlock(label=_("What was tested"), max_length=_LINE)
    started_on = DateBlock(label=_("From"), required=False)
    ended_on = DateBlock(label=_("Until"), required=False)
    plan = LinesBlock(label=_("Plan"), required=False, rows=3)
    prediction = LinesBlock(label=_("Prediction"), required=False, rows=2)
    do = LinesBlock(label=_("Do"), required=False, rows=3)
    study = LinesBlock(label=_("Study"), required=False, rows=3)
    act = ChoiceBlock(label=_("Act"), required=False, choices=Act.choices, search_index=False)
    next_step = LinesBlock(label=_("What the team did next"), required=False, rows=2)
    outcome = ChoiceBlock(
        label=_("Outcome"), required=False, choices=Outcome.choices, search_index=False
    )
    why = LinesBlock(
        label=_("Why"),
        required=False,
        rows=2,
        help_text=_("What made it come out so: for whom, when and how."),
    )

    def clean(self, value):
        """Return the cycle. Raises StructBlockValidationError where it ends before it begins."""
        value = super().clean(value)
        if value["started_on"] and value["ended_on"] and value["ended_on"] < value["started_on"]:
            raise StructBlockValidationError(
                {"ended_on": ValidationError(_("This day is before the first one."))}
            )
        return value

    class Meta:
        icon = "rotate"
        label = _("PDSA cycle")
        value_class = CycleValue
