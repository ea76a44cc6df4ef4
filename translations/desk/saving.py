"""Keeping what was typed at the desk: whatever can be kept, at once, and nothing lost."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from translations.exchange.intact import faults
from translations.exchange.passages import mark_of
from translations.models import PassageComment
from translations.writing import write

from .rows import DRAFTED, READY, rows_of


@dataclass
class Outcome:
    """What came of it: rows with what was typed, how many were kept, how many were not."""

    rows: list
    kept: int = 0
    refused: int = 0


@transaction.atomic
def save(translation, posted, user) -> Outcome:
    """Keep the translations and the comments of a form; `posted` is its data.

    A passage that nobody touched stays as it is, unless it is ticked as checked. One that is
    wrong, or that somebody else has changed since the form was shown, is not kept: its row has
    what was typed, and says why.
    """
    Translation.objects.select_for_update().get(pk=translation.pk)
    outcome = Outcome(rows_of(translation))
    for row in outcome.rows:
        if f"text-{row.key}" in posted:
            _save_row(row, translation, posted, user, outcome)
        _save_comment(row, translation, posted, user)
    done = [value for value in posted.getlist("done") if value.isdecimal()]
    translation.comments.filter(pk__in=done).update(is_done=True)
    return outcome


def _save_row(row, translation, posted, user, outcome):
    typed = posted[f"text-{row.key}"].replace("\r\n", "\n")
    is_checked = f"checked-{row.key}" in posted and row.state != READY
    base = posted.get(f"base-{row.key}", "")
    is_untouched = typed.strip() == row.kept.strip() or _is_as_shown(row, typed, base)
    if is_untouched and not (is_checked and row.kept):
        return
    row.typed = typed
    row.faults = _faults(row, typed, base)
    if row.faults:
        outcome.refused += 1
        return
    write(row.passage, translation, row.as_html(typed), user)
    outcome.kept += 1


def _is_as_shown(row, typed, base):
    """Tell whether a field is as the form had it, whatever somebody else has saved since."""
    return base in (mark_of(typed), mark_of(row.as_html(typed)))


def _faults(row, typed, base):
    if base != row.passage.base and typed.strip() != row.kept.strip():
        message = _("Somebody else has saved this passage meanwhile: “{text}”")
        return [message.format(text=row.kept)]
    if not typed.strip():
        if row.state == DRAFTED:
            return [_("Write a translation instead of the draft.")]
        return [_("A translation cannot be taken away. Write another.")]
    html = typed if not row.is_plain else row.as_html(typed)
    return faults(row.passage.source, html)


def _save_comment(row, translation, posted, user):
    text = posted.get(f"comment-{row.key}", "").strip()
    if text:
        PassageComment.objects.create(
            translation=translation,
            context_id=row.passage.context_id,
            text=text[:1000],
            written_by=user,
        )
