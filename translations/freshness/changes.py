"""What a publication changed in a source, and how much that matters."""

from django.utils import timezone

from ..models import PassageChange, Severity, SourceChange, StatedSeverity
from .comparing import State, Translated, compare
from .severity import propose_for
from .signals import source_changed


def note_changes(version, before, now, revision=None):
    """Keep what a publication changed and return the `SourceChange`; None where nothing did.

    `before` are the `Passage` rows published so far, `now` what `passages_of` returns. An editor's
    word on the revision counts, once; without one, what `severity.propose_for` says of each.
    """
    changes = differences(before, now)
    if not changes:
        return None
    stated = _weigh(changes, revision)
    change = SourceChange.objects.create(
        version=version,
        published_at=timezone.now(),
        severity=max(each.severity for each in changes),
        is_stated=stated is not None,
        note=stated.note if stated else "",
        published_by_id=revision.user_id if revision else None,
    )
    for each in changes:
        each.change = change
    PassageChange.objects.bulk_create(changes)
    source_changed.send(sender=SourceChange, change=change)
    return change


def _weigh(changes, revision):
    """Set the severity of changes; return the word on this very revision, if there is one.

    What was said of earlier drafts holds for what they had changed, so that without a word on
    the last one, the worst counts.
    """
    said = _words_on(revision) if revision else {}
    stated = said.pop(revision.pk, None) if revision else None
    least = max((each.severity for each in said.values()), default=Severity.TYPO)
    for each in changes:
        each.severity = stated.severity if stated else max(propose_for(each), least)
    return stated


def _words_on(revision):
    """Return {key of a revision: StatedSeverity} up to this one, and forget them: they are used."""
    waiting = StatedSeverity.objects.filter(
        revision__base_content_type=revision.base_content_type_id,
        revision__object_id=revision.object_id,
        revision__lte=revision.pk,
    )
    said = {each.revision_id: each for each in waiting}
    waiting.delete()
    return said


def differences(before, now):
    """Return unsaved `PassageChange` rows for all that is not in both, moves left out.

    `before` are `Passage` rows or `Extracted`, `now` `Extracted`.
    """
    were = [
        Translated(
            each.kind, each.path, each.position, each.text, each.text, each.digest, each.digest
        )
        for each in before
    ]
    return [
        _change(finding.translated, finding.said)
        for finding in compare(now, were)
        if finding.state != State.FRESH
    ]


def _change(old, new):
    return PassageChange(
        kind=(new or old).kind,
        path=(new or old).path,
        old_text=old.text if old else "",
        old_digest=old.digest if old else "",
        new_text=new.text if new else "",
        new_digest=new.digest if new else "",
    )
