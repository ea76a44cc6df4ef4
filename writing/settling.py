"""Two wordings of one answer: which the team keeps, chosen without scripts."""

import secrets

from .models import Wording
from .saving import Change, save

KEEP, TAKE, BOTH = "keep", "take", "both"


def joined(first, second):
    """Return two wordings one after the other."""
    return f"{first.rstrip()}\n\n{second.lstrip()}" if first.strip() else second


def settle(draft, person, posted):
    """Do what the button beside a rival wording says; `posted` is the form's data.

    The answer stays as it is, gives way to the rival, or has it added at its end. What is not kept
    stays among the earlier wordings.
    """
    for key, choice in posted.items():
        number = key.removeprefix("rival-")
        if key.startswith("rival-") and number.isdecimal() and choice in (KEEP, TAKE, BOTH):
            rivals = draft.wordings.filter(standing=Wording.Standing.RIVAL)
            for rival in rivals.filter(pk=int(number[:18])):
                _settle(draft, person, rival, choice)


def _settle(draft, person, rival, choice):
    current = draft.wordings.filter(name=rival.name, standing=Wording.Standing.CURRENT).first()
    text, version = (current.text, current.version) if current else ("", 0)
    if choice == TAKE:
        text = rival.text
    elif choice == BOTH:
        text = joined(text, rival.text)
    sitting = secrets.token_hex(16)
    save(draft, person, [Change(rival.name, text, version, sitting, 1, {}, frozenset([rival.pk]))])
