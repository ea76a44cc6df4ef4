"""Deleting a draft, and what becomes of the page that was made of it."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction

from .access import led_by
from .models import Draft


def stays_in_library(draft):
    """Return whether a draft has a page that readers have seen: it outlives the draft."""
    return draft.page is not None and not _is_unseen(draft.page)


def check(draft):
    """Raise ValidationError where an editor has the draft, who may return it with a note."""
    page = draft.page
    if not draft.is_open or _is_unseen(page) and (page.workflow_in_progress or page.locked):
        raise ValidationError(_("This record is with an editor."))


@transaction.atomic
def delete(draft, person):
    """Delete a draft with all its wordings, and its page unless readers have ever seen that.

    Raises PermissionDenied unless the person leads the team, and ValidationError as `check` does.
    """
    # Whoever saves at the same time has finished, or finds nothing afterwards.
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if draft.pk not in led_by(person, [draft]):
        raise PermissionDenied
    check(draft)
    if _is_unseen(draft.page):
        # Authors may delete no pages; this one is theirs.
        action = DeletePageAction(draft.page.specific, user=person)
        action.execute(skip_permission_checks=True)
    draft.delete()


def _is_unseen(page):
    return page is not None and not page.live and page.first_published_at is None
