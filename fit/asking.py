"""The form in which a reader states a setting: its questions, and what can be answered."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

from core import countries
from resources.choices import CareLevel, Caseload
from resources.terms import offered

from .criteria import CRITERIA
from .setting import NONE, Setting


@dataclass(frozen=True)
class Option:
    """An answer; `lang` and `dir` are "" where its label is in the reader's language."""

    value: str
    label: str | Promise
    is_chosen: bool
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True)
class Question:
    """What is asked of one criterion; several answers may be given where `takes_several`."""

    parameter: str
    label: Promise
    options: list[Option]
    takes_several: bool
    has_none: bool


def questions(setting: Setting, language: str) -> list[Question]:
    """Return the form, filled in from `setting`. A question without answers is left out."""
    terms = offered([each.field for each in CRITERIA.values() if each.needs_all], language)
    asked = []
    for name, criterion in CRITERIA.items():
        rows = terms[criterion.field] if criterion.needs_all else _CHOICES[name]()
        if rows:
            options = list(_options(setting, name, rows))
            has_none = setting.has(name, NONE)
            several = criterion.needs_all
            asked.append(
                Question(criterion.parameter, criterion.question, options, several, has_none)
            )
    return asked


def _options(setting: Setting, name: str, rows: Iterable) -> Iterable[Option]:
    for value, label, *language in rows:
        yield Option(value, label, setting.has(name, value), *language)


_CHOICES = {
    "level": lambda: CareLevel.choices,
    "country": countries.choices,
    "caseload": lambda: Caseload.choices,
}
