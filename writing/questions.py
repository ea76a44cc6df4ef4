"""The form's one table: which parts of a record a team is asked for, in which order.

The order is that of POCQI's four steps (WHO South-East Asia Region, 2017). Words, limits and
choices are those of the page's own fields and blocks, so that a team reads in the form what an
editor reads in the admin. A part that has several entries, such as PDSA cycles, is a group; the
answers of one entry are named by group, entry and question, such as cycles.018f3ab0c21d4e2.plan.
"""

import re
import secrets
import time
from dataclasses import dataclass, field
from functools import cache

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock
from wagtail.fields import RichTextField
from wagtail.models import Page

from resources.choices import PocqiStep, ResourceType
from resources.models import CaseStudyPage, InitiativePage

MODELS = {
    ResourceType.CASE_STUDY.value: CaseStudyPage,
    ResourceType.INITIATIVE.value: InitiativePage,
}
YES = "yes"
LONGEST = 20_000
PLACEHOLDER = "__entry__"
_ENTRY = re.compile("[0-9a-f]{15}")


@dataclass(frozen=True)
class Question:
    """One field of the form. `kind` is line, text, choice, yes or date."""

    name: str
    kind: str
    label: str
    help_text: str = ""
    longest: int = LONGEST
    choices: tuple = ()


@dataclass(frozen=True)
class Group:
    """A part with several entries, each of one block of a page's stream."""

    name: str
    stream: str
    block_name: str
    label: str
    help_text: str
    block: object = field(compare=False, hash=False, repr=False)
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class Section:
    """Questions and groups under one heading."""

    heading: str
    parts: tuple


_GROUPS = {
    "team": ("team", "member", ("role", "number", "task")),
    "whys": ("causes", "whys", ("problem", "whys")),
    "measures": (
        "measures",
        "measure",
        (
            *("name", "kind", "numerator", "denominator", "unit", "per", "better", "goal"),
            *("period", "data", "baseline_points", "collected"),
        ),
    ),
    "ideas": ("change_ideas", "idea", ("idea", "reason")),
    "cycles": (
        "cycles",
        "cycle",
        (
            *("title", "started_on", "ended_on", "plan", "prediction", "do", "study"),
            *("act", "next_step", "outcome", "why"),
        ),
    ),
}
_BEGIN = (
    *("context", "problem", "aim", "aim_what", "aim_for_whom", "aim_how_much", "aim_by_when"),
    "team",
)
_END = (
    *("result", "outcome", "outcome_why", "lessons", "otherwise", "translational_potential"),
    *("sustainment", "cost_people", "cost_time", "cost_money"),
)
_TABLE = (
    (_("Title"), ("title",)),
    (PocqiStep.IDENTIFY.label, _BEGIN),
    (PocqiStep.ANALYSE.label, ("whys", "measures")),
    (PocqiStep.CHANGE.label, ("ideas", "change", "cycles")),
    (PocqiStep.SUSTAIN.label, _END),
    (
        _("Facility"),
        ("facility_name", "facility_place", "facility_is_anonymous", "care_level"),
    ),
    (_("Bibliographic record"), ("journal", "year", "doi")),
    (_("summary"), ("summary",)),
)


@cache
def sections_of(kind):
    """Return the sections of the form of a kind of record; parts that its page lacks are out."""
    model = MODELS[kind]
    known = {each.name for each in model._meta.get_fields()}
    sections = []
    for heading, names in _TABLE:
        parts = tuple(
            _group(model, name) if name in _GROUPS else _of_field(model._meta.get_field(name))
            for name in names
            if name in _GROUPS or name in known
        )
        if parts:
            sections.append(Section(heading, parts))
    return tuple(sections)


@cache
def questions_of(kind):
    """Return {name: Question} of the parts of a form that have one answer."""
    parts = (part for section in sections_of(kind) for part in section.parts)
    return {part.name: part for part in parts if isinstance(part, Question)}


@cache
def groups_of(kind):
    """Return {name: Group} of the parts of a form that have several entries."""
    parts = (part for section in sections_of(kind) for part in section.parts)
    return {part.name: part for part in parts if isinstance(part, Group)}


def question_of(kind, name):
    """Return the `Question` that an answer of a form answers, None for a name of no answer."""
    if name in questions_of(kind):
        return questions_of(kind)[name]
    group_name, _dot, rest = name.partition(".")
    entry, _dot, question_name = rest.partition(".")
    group = groups_of(kind).get(group_name)
    if group is None or not _ENTRY.fullmatch(entry):
        return None
    return next((each for each in group.questions if each.name == question_name), None)


def new_entry():
    """Return a key for another entry of a group; later ones come after earlier ones."""
    return f"{int(time.time() * 1000):011x}{secrets.token_hex(2)}"


def _group(model, name):
    stream, block_name, wanted = _GROUPS[name]
    stream_field = model._meta.get_field(stream)
    block = stream_field.stream_block.child_blocks[block_name]
    questions = tuple(_of_block(each, block.child_blocks[each]) for each in wanted)
    return Group(
        name,
        stream,
        block_name,
        stream_field.verbose_name if stream == name else block.label,
        stream_field.help_text,
        block,
        questions,
    )


def _of_field(model_field):
    kind, choices = "text", ()
    if model_field.choices:
        kind, choices = "choice", tuple(model_field.choices)
    elif isinstance(model_field, models.BooleanField):
        kind = "yes"
    elif not isinstance(model_field, models.TextField | RichTextField):
        kind = "line"
    # Wagtail names the title itself, and in fewer languages.
    is_ours = model_field.model is not Page
    return Question(
        model_field.name,
        kind,
        model_field.verbose_name if is_ours else _("Title"),
        model_field.help_text if is_ours else "",
        model_field.max_length or LONGEST,
        choices,
    )


def _of_block(name, block):
    """A list of lines is asked for as one text with a line for each."""
    if isinstance(block, ListBlock):
        return Question(name, "text", block.label, _("One a line."))
    form_field, kind, choices = block.field, "line", ()
    if isinstance(form_field, forms.ChoiceField):
        kind = "choice"
        choices = tuple(pair for pair in form_field.choices if pair[0])
    elif isinstance(form_field, forms.DateField):
        kind = "date"
    elif isinstance(form_field.widget, forms.Textarea):
        kind = "text"
    longest = getattr(form_field, "max_length", None) or LONGEST
    return Question(name, kind, block.label, form_field.help_text, longest, choices)
