"""What forms and scripts send to be saved, read as changes."""

import json
import re
import secrets

from .marks import fit, mark
from .questions import LONGEST, MODELS, question_of
from .saving import Change

# Two texts may have been put together, and what is typed must not be cut.
_MOST_CHARACTERS = 4 * LONGEST
_MOST_CHANGES = 600
_MOST_SITTINGS = 60
_SITTING = re.compile("[0-9a-f]{32}")
_LARGEST = 2**53
_VERSION = re.compile(r"(\d{1,9})-([0-9a-f]{16})")


class NotUnderstood(ValueError):
    """A request is not what the form's script sends."""


def changes_of_form(kind, posted):
    """Return the changes in a form that was sent without scripts; `posted` is its data.

    A field that stands as it was shown is no change, whatever others have written meanwhile.
    """
    changes = []
    sitting = secrets.token_hex(16)
    for key, shown in posted.items():
        name = key.removeprefix("shown-")
        question = question_of(kind, name) if key.startswith("shown-") else None
        seen = _VERSION.fullmatch(shown)
        if question is None or seen is None:
            continue
        text = fit(posted.get(f"answer-{name}", ""))[:_MOST_CHARACTERS]
        if mark(text) != seen[2]:
            changes.append(Change(name, text, int(seen[1]), sitting, 1, {}))
    return changes


def typed_into(posted):
    """Return [(label, text)] of what somebody typed into a form of a draft that is not theirs.

    Of which kind the draft was nobody knows any more.
    """
    typed = {
        change.name: (question_of(kind, change.name).label, change.text)
        for kind in MODELS
        for change in changes_of_form(kind, posted)
    }
    return list(typed.values())


def sent_by_script(body):
    """Return (person, sent) of what the script sends as JSON.

    `person` is the key of whoever was signed in when the form was opened, `sent` is for
    `changes_of_script`. Raises NotUnderstood.
    """
    try:
        sent = json.loads(body)
        return _count(sent["person"]), sent
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise NotUnderstood from error


def changes_of_script(kind, sent):
    """Return (changes, known) of what the script has sent.

    `known` maps names to the versions that the browser has. Raises NotUnderstood.
    """
    try:
        changes = [_change(kind, each) for each in sent["changes"][:_MOST_CHANGES]]
        known = {str(name): _count(version) for name, version in sent["known"].items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise NotUnderstood from error
    return changes, known


def _change(kind, sent):
    name, text, sitting = sent["name"], sent["text"], _sitting(sent["sitting"])
    if question_of(kind, name) is None or len(text) > _MOST_CHARACTERS:
        raise NotUnderstood
    lineage = list(sent["lineage"].items())[-_MOST_SITTINGS:]
    return Change(
        name,
        fit(text),
        _count(sent["base"]),
        sitting,
        _count(sent["seq"]),
        {_sitting(key): _count(seq) for key, seq in lineage},
        frozenset(_count(key) for key in sent["settles"][:_MOST_SITTINGS]),
    )


def _sitting(text):
    if not _SITTING.fullmatch(text):
        raise NotUnderstood
    return text


def _count(number):
    if type(number) is not int or not 0 <= number < _LARGEST:
        raise NotUnderstood
    return number
