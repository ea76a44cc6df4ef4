"""The saving protocol: what reaches the hub from several browsers, late, twice or at odds.

Each field of a form is saved on its own. A change says which version of the answer its writer had
seen (`base`), in which sitting and at which keystroke it was written (`sitting`, `seq`), and which
older sittings it has grown from (`lineage`), as after a tab was closed before its last request was
answered. It becomes the answer if its writer has seen what it replaces; else it is kept beside the
answer until the team has settled which to keep. Decision 21 tells why this is enough.
"""

from dataclasses import dataclass

from django.db import transaction

from .models import Draft, Wording

Standing = Wording.Standing
_LONGEST_LINEAGE = 50


@dataclass(frozen=True)
class Change:
    """What a browser asks to save of one field.

    `lineage` maps sittings to the last of their keystrokes that the text includes. `settles` holds
    the keys of rival wordings that the writer has dealt with.
    """

    name: str
    text: str
    base: int
    sitting: str
    seq: int
    lineage: dict[str, int]
    settles: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Outcome:
    """What became of a change.

    `wording` is the current answer after it, or None where there is none. `state` is SAVED where
    that is the change itself, BEHIND where the change came so late that somebody has built on it
    already, RIVAL where it is kept beside the answer.
    """

    SAVED, BEHIND, RIVAL = "saved", "behind", "rival"

    name: str
    state: str
    wording: Wording | None


@transaction.atomic
def save(draft, person, changes):
    """Keep the changes of one person's form, in their order; return an `Outcome` for each.

    Where an editor has the draft by now, every change that would alter an answer is kept beside it.
    """
    # Whoever saves at the same time waits here, and sees all that this one has done.
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    names = {change.name for change in changes}
    kept = _Kept(draft, names)
    return [_take(change, kept, person) for change in changes]


class _Kept:
    """The wordings of some fields of a draft, read at once."""

    def __init__(self, draft, names):
        self.draft = draft
        self.current, self.rivals, self.seen = {}, {}, {}
        for each in draft.wordings.filter(name__in=names).select_related("written_by"):
            if each.standing == Standing.CURRENT:
                self.current[each.name] = each
            elif each.standing == Standing.RIVAL:
                self.rivals[each.name, each.sitting] = each
            self.note(each)

    def note(self, wording):
        """Remember the last keystroke of each sitting that has arrived with a wording."""
        for sitting, seq in (*wording.lineage.items(), (wording.sitting, wording.seq)):
            place = (wording.name, sitting)
            self.seen[place] = max(self.seen.get(place, 0), seq)


def _take(change, kept, person):
    current = kept.current.get(change.name)
    rival = kept.rivals.get((change.name, change.sitting))
    if change.seq <= kept.seen.get((change.name, change.sitting), 0):
        if rival:
            return Outcome(change.name, Outcome.RIVAL, current)
        is_own = current is not None and current.sitting == change.sitting
        return Outcome(change.name, Outcome.SAVED if is_own else Outcome.BEHIND, current)
    if _agrees(change, current):
        wording, state = current, Outcome.SAVED
    elif kept.draft.is_open and _has_seen(change, current):
        wording, state = _replace(change, kept, current, person), Outcome.SAVED
    else:
        _put_beside(change, kept, rival, person)
        return Outcome(change.name, Outcome.RIVAL, current)
    _settle(change, kept, rival, wording)
    return Outcome(change.name, state, wording)


def _agrees(change, current):
    return change.text == (current.text if current else "")


def _has_seen(change, current):
    """Return whether the writer of a change knew the answer that it would replace."""
    if current is None or current.version <= change.base or not current.text.strip():
        return True
    # What its own sitting wrote last it has seen, even if it was never told that this was saved.
    grown_from = {**change.lineage, change.sitting: change.seq}
    return current.seq <= grown_from.get(current.sitting, 0)


def _replace(change, kept, current, person):
    if current is not None and current.sitting == change.sitting:
        wording = current
    else:
        wording = Wording(draft=kept.draft, name=change.name, standing=Standing.CURRENT)
        if current is not None:
            wording.version = current.version
            wording.lineage = {**current.lineage, current.sitting: current.seq}
            _retire(current, change.text)
    grown_from = {**wording.lineage, **change.lineage}
    wording.lineage = dict(list(grown_from.items())[-_LONGEST_LINEAGE:])
    wording.text, wording.sitting, wording.seq = change.text, change.sitting, change.seq
    wording.version += 1
    wording.written_by = person
    wording.save()
    kept.current[change.name] = wording
    kept.note(wording)
    return wording


def _retire(wording, successor):
    """Keep a wording that is replaced, unless all of it stands in what replaces it."""
    if wording.text in successor:
        wording.delete()
        return
    wording.standing = Standing.EARLIER
    wording.save(update_fields=["standing"])


def _put_beside(change, kept, rival, person):
    if rival is None:
        rival = Wording(draft=kept.draft, name=change.name, standing=Standing.RIVAL)
        rival.sitting = change.sitting
        kept.rivals[change.name, change.sitting] = rival
    rival.text, rival.seq, rival.written_by = change.text, change.seq, person
    rival.save()
    kept.note(rival)


def _settle(change, kept, own_rival, wording):
    """Put away the rivals that a change has dealt with: the writer's own, and those it names."""
    successor = wording.text if wording else ""
    for place, rival in list(kept.rivals.items()):
        if rival.name == change.name and (rival is own_rival or rival.pk in change.settles):
            del kept.rivals[place]
            _retire(rival, successor)
