"""Blocks of an improvement record: who worked on it, why it was wrong, what was tried.

Nobody is named: a team is told by its roles, so that a record says nothing about a person.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    ChoiceBlock,
    DateBlock,
    IntegerBlock,
    ListBlock,
    StructBlock,
    TextBlock,
)

from resources.choices import Act, Outcome

_LINE = 255
_MOST = 1_000_000


class MemberBlock(StructBlock):
    """A role in the team, how many had it, and what they did."""

    role = CharBlock(label=_("Role"), max_length=100, help_text=_("Such as nurse. Name nobody."))
    number = IntegerBlock(label=_("How many"), required=False, min_value=1, max_value=_MOST)
    task = CharBlock(label=_("What they did"), required=False, max_length=_LINE)

    class Meta:
        icon = "group"
        label = _("Role")


class BranchBlock(StructBlock):
    """One bone of a fishbone diagram: a category and the causes found in it."""

    category = CharBlock(label=_("Category"), max_length=100)
    causes = ListBlock(CharBlock(label=_("Cause"), max_length=_LINE), label=_("Causes"), min_num=1)

    class Meta:
        icon = "arrow-right"
        label = _("Category")


class FishboneBlock(StructBlock):
    """A cause and effect diagram (Ishikawa), as the list that it is drawn from."""

    effect = CharBlock(label=_("Problem"), max_length=_LINE)
    branches = ListBlock(BranchBlock(), label=_("Categories"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Fishbone")


class WhysBlock(StructBlock):
    """Five whys: a problem, and why, and why that; the last answer is the root cause."""

    problem = CharBlock(label=_("Problem"), max_length=_LINE)
    whys = ListBlock(CharBlock(label=_("Why?"), max_length=_LINE), label=_("Why?"), min_num=1)

    class Meta:
        icon = "help"
        label = _("Five whys")


class CountBlock(StructBlock):
    """How often one cause was found."""

    cause = CharBlock(label=_("Cause"), max_length=_LINE)
    count = IntegerBlock(label=_("How often"), min_value=0, max_value=_MOST)

    class Meta:
        icon = "minus"
        label = _("Cause")


class ParetoBlock(StructBlock):
    """Counts of causes, from which a Pareto chart is drawn."""

    title = CharBlock(label=_("What was counted"), max_length=_LINE)
    counts = ListBlock(CountBlock(), label=_("Causes"), min_num=1)

    class Meta:
        icon = "order-down"
        label = _("Pareto chart")


class IdeaBlock(StructBlock):
    """A change that the team thought of, and why it should help."""

    idea = CharBlock(label=_("Change"), max_length=_LINE)
    reason = TextBlock(label=_("Why it should help"), required=False, rows=2, max_length=1000)

    class Meta:
        icon = "pick"
        label = _("Change idea")


class CycleBlock(StructBlock):
    """One PDSA cycle: what was planned and foreseen, what happened, and what came of it."""

    title = CharBlock(label=_("What was tested"), max_length=_LINE)
    started_on = DateBlock(label=_("From"), required=False)
    ended_on = DateBlock(label=_("Until"), required=False)
    plan = TextBlock(label=_("Plan"), required=False, rows=3)
    prediction = TextBlock(label=_("Prediction"), required=False, rows=2)
    do = TextBlock(label=_("Do"), required=False, rows=3)
    study = TextBlock(label=_("Study"), required=False, rows=3)
    act = ChoiceBlock(label=_("Act"), required=False, choices=Act.choices)
    next_step = TextBlock(label=_("What the team did next"), required=False, rows=2)
    outcome = ChoiceBlock(label=_("Outcome"), required=False, choices=Outcome.choices)
    why = TextBlock(
        label=_("Why"),
        required=False,
        rows=2,
        help_text=_("What made it come out so: for whom, when and how."),
    )

    class Meta:
        icon = "rotate"
        label = _("PDSA cycle")
