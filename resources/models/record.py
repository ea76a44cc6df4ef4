"""The improvement record: what was tried and what happened, as data beside the story.

Its parts follow the four steps of POCQI (WHO South-East Asia Region, 2017) and what SQUIRE 2.0
(Ogrinc et al., BMJ Qual Saf 2016;25:986-992) asks a report to say; docs/record.md lists them.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index

from core.fields import PassagesField
from measures.blocks import MeasureBlock
from resources.choices import PocqiStep
from resources.record.blocks import (
    CycleBlock,
    FishboneBlock,
    IdeaBlock,
    MemberBlock,
    ParetoBlock,
    WhysBlock,
)

from . import told

AIM = ("aim_what", "aim_for_whom", "aim_how_much", "aim_by_when")
COSTS = ("cost_people", "cost_time", "cost_money")
STREAMS = ("team", "causes", "measures", "change_ideas", "cycles")


def _line(label, help_text=""):
    return models.CharField(label, max_length=255, blank=True, help_text=help_text)


def _stream(label, blocks, help_text=""):
    return PassagesField(blocks, verbose_name=label, blank=True, help_text=help_text)


class ImprovementRecord(models.Model):
    """Mixin of resources that keep an improvement record. Every part may stay empty."""

    team = _stream(_("team"), [("member", MemberBlock())])
    aim_what = _line(_("aim: what"))
    aim_for_whom = _line(_("aim: for whom"))
    aim_how_much = _line(_("aim: how much"), _("Such as from 30% to 90%."))
    aim_by_when = _line(_("aim: by when"))
    causes = _stream(
        _("causes"),
        [("fishbone", FishboneBlock()), ("whys", WhysBlock()), ("pareto", ParetoBlock())],
    )
    measures = _stream(_("measures"), [("measure", MeasureBlock())])
    change_ideas = _stream(_("change ideas"), [("idea", IdeaBlock())])
    cycles = _stream(_("PDSA cycles"), [("cycle", CycleBlock())])
    outcome_why = told.part(
        _("why it came out so"), _("What made it work or not: for whom, when and how.")
    )
    lessons = told.part(_("lessons"), _("What others can take from it."))
    cost_people = _line(_("cost: people"))
    cost_time = _line(_("cost: time"))
    cost_money = _line(_("cost: money"), _("With its currency."))
    sustainment = told.part(
        _("sustainment"), _("How it is kept up, for how long so far, and what shows it.")
    )

    record_search_fields = [
        index.SearchField(name)
        for name in (*STREAMS, *AIM, "outcome_why", "lessons", *COSTS, "sustainment")
    ]

    class Meta:
        abstract = True


def panels(advice, first, last):
    """Return the panels of a record by POCQI's four steps.

    `advice` stands at the head. `first` names the told parts that come before the team, `last`
    what follows the results; a page model adds its own to both.
    """
    return [
        MultiFieldPanel(
            [
                HelpPanel(content=advice),
                *map(FieldPanel, first),
                FieldPanel("team"),
                FieldRowPanel([FieldPanel(name) for name in AIM[:2]]),
                FieldRowPanel([FieldPanel(name) for name in AIM[2:]]),
            ],
            heading=PocqiStep.IDENTIFY.label,
        ),
        _step(PocqiStep.ANALYSE, "causes", "measures"),
        _step(PocqiStep.CHANGE, "change_ideas", "change", "cycles"),
        MultiFieldPanel(
            [
                *map(FieldPanel, ("result", "outcome", "outcome_why", *last)),
                FieldRowPanel([FieldPanel(name) for name in COSTS]),
            ],
            heading=PocqiStep.SUSTAIN.label,
        ),
    ]


def _step(step, *names):
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=step.label)
