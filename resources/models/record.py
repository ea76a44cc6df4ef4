"""The improvement record: what was tried and what happened, as data beside the story.

Its parts follow the four steps of POCQI (WHO South-East Asia Region, 2017) and what SQUIRE 2.0
(Ogrinc et al., BMJ Qual Saf 2016;25:986-992) asks a report to say; docs/record.md lists them.
"""

from django.db import models
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index

from core.fields import PassagesField
from measures.blocks import MeasureBlock
from resources.choices import Outcome, PocqiStep
from resources.record.blocks import (
    CycleBlock,
    FishboneBlock,
    IdeaBlock,
    MemberBlock,
    ParetoBlock,
    WhysBlock,
)
from resources.record.panel import ChecklistPanel

from . import told

AIM = {
    "aim_what": _("what"),
    "aim_for_whom": _("for whom"),
    "aim_how_much": _("how much"),
    "aim_by_when": _("by when"),
}
COSTS = {"cost_people": _("people"), "cost_time": _("time"), "cost_money": _("money")}
STREAMS = ("team", "causes", "measures", "change_ideas", "cycles")
# Parts of the story that consist of lines, with the label of the part and of each line.
LINES = {"aim": (_("aim"), AIM), "costs": (_("costs"), COSTS)}


def _line(part, name, help_text=""):
    label, lines = LINES[part]
    named = format_lazy("{}: {}", label, lines[name])
    return models.CharField(named, max_length=255, blank=True, help_text=help_text)


def _stream(label, blocks, help_text=""):
    return PassagesField(blocks, verbose_name=label, blank=True, help_text=help_text)


class ImprovementRecord(told.Told):
    """Mixin of resources that keep an improvement record. Every part may stay empty."""

    team = _stream(_("team"), [("member", MemberBlock())])
    aim_what = _line("aim", "aim_what")
    aim_for_whom = _line("aim", "aim_for_whom")
    aim_how_much = _line("aim", "aim_how_much", _("Such as from 30% to 90%."))
    aim_by_when = _line("aim", "aim_by_when")
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
    cost_people = _line("costs", "cost_people")
    cost_time = _line("costs", "cost_time")
    cost_money = _line("costs", "cost_money", _("With its currency."))
    sustainment = told.part(
        _("sustainment"), _("How it is kept up, for how long so far, and what shows it.")
    )

    record_search_fields = [
        index.SearchField(name)
        for name in (*STREAMS, *AIM, "outcome_why", "lessons", *COSTS, "sustainment")
    ]

    class Meta:
        abstract = True

    def story_part(self, name):
        """Return a part, with the `template` that shows it and its `facts` where it is data.

        `facts` are pairs of a label and a text, empty ones left out.
        """
        if name in STREAMS:
            label = self._meta.get_field(name).verbose_name
            return _shown(name, label, f"{name}.html") if getattr(self, name) else None
        if name not in LINES:
            return super().story_part(name)
        label, lines = LINES[name]
        facts = [(each, text) for line, each in lines.items() if (text := getattr(self, line))]
        html = getattr(self, name, "")
        if not facts:
            return super().story_part(name) if html else None
        return {**_shown(name, label, "facts.html"), "html": html, "facts": facts}

    def search_passages(self):
        """Return the story, the body, and the words of the record with its cycles' outcomes."""
        lines = [getattr(self, name) for name in (*AIM, *COSTS)]
        for name in STREAMS:
            stream = getattr(self, name)
            lines += stream.stream_block.get_searchable_content(stream) if stream else ()
        with override(self.locale.language_code):
            lines += [str(Outcome(value).label) for value in self.cycle_outcomes]
        return [*super().search_passages(), *filter(None, lines)]

    @property
    def cycle_outcomes(self):
        """Return the outcomes that its PDSA cycles had, each once, in the order of `Outcome`."""
        found = {cycle.value["outcome"] for cycle in self.cycles}
        return [value for value in Outcome.values if value in found]

    def _facets(self):
        """Return what it is filed under, and how its cycles ended."""
        return {**super()._facets(), "cycle": tuple(self.cycle_outcomes)}


def _shown(name, label, template):
    return {"id": name, "label": label, "template": f"resources/parts/record/{template}"}


def panels(advice, first, last):
    """Return the panels of a record by POCQI's four steps.

    `advice` stands at the head. `first` names the told parts that come before the team, `last`
    what follows the results; a page model adds its own to both.
    """
    return [
        ChecklistPanel(heading=_("What is thin")),
        MultiFieldPanel(
            [
                HelpPanel(content=advice),
                *map(FieldPanel, first),
                FieldPanel("team"),
                FieldRowPanel([FieldPanel(name) for name in (*AIM,)[:2]]),
                FieldRowPanel([FieldPanel(name) for name in (*AIM,)[2:]]),
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
