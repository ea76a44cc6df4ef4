"""What is thin in an improvement record, for whoever decides whether that matters.

It asks for what SQUIRE 2.0 asks for (docs/record.md) and forbids nothing: an honest record of
what a source does not say is worth having.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from resources.choices import PocqiStep

_IDENTIFY = ("problem", "team", "aim_what", "aim_for_whom", "aim_how_much", "aim_by_when")
_RESULTS = ("result", "outcome", "outcome_why", "lessons")
_KEEPING = ("cost_people", "cost_time", "cost_money", "sustainment")
_COUNTED = ("numerator", "denominator")
_CYCLE = ("plan", "prediction", "do", "study", "act", "outcome")


def thin_parts(page):
    """Return what a record lacks as (label of the POCQI step, [texts]), whole steps left out."""
    steps = [
        (PocqiStep.IDENTIFY, _empty(page, _IDENTIFY)),
        (PocqiStep.ANALYSE, [*_empty(page, ("causes", "measures")), *_measures(page)]),
        (PocqiStep.CHANGE, [*_empty(page, ("change_ideas", "cycles")), *_cycles(page)]),
        (PocqiStep.SUSTAIN, _empty(page, (*_RESULTS, *_KEEPING))),
    ]
    return [(step.label, texts) for step, texts in steps if texts]


def _empty(page, names):
    return [
        capfirst(page._meta.get_field(name).verbose_name)
        for name in names
        if not getattr(page, name)
    ]


def _measures(page):
    """Yield what measures lack: numbers, what is counted, one that looks out for harm."""
    for each in page.measures:
        lacking = [name for name in _COUNTED if not each.value[name]]
        if not each.value["data"] and not len(each.value["reported"]):
            lacking.append("data")
        yield from _lacking(each.value, "name", lacking)
        if reason := each.value.why_not_drawn:
            yield f"{each.value['name']}: {reason}"
    if page.measures and all(each.value["kind"] != "balancing" for each in page.measures):
        yield _("A balancing measure")


def _cycles(page):
    """Yield what cycles lack; why is asked for where a cycle did not simply work."""
    for each in page.cycles:
        lacking = [name for name in _CYCLE if not each.value[name]]
        if each.value["outcome"] not in ("", None, "worked") and not each.value["why"]:
            lacking.append("why")
        yield from _lacking(each.value, "title", lacking)


def _lacking(value, title, names):
    if names:
        labels = (str(value.block.child_blocks[name].label) for name in names)
        yield f"{value[title]}: {', '.join(labels)}"
