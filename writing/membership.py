"""Coming into a team, and going out of it."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.shortcuts import get_object_or_404

from .access import led_by
from .models import Draft, Member


@transaction.atomic
def join(invitation, person):
    """Take a person into the team that an invitation is of, and return its draft.

    Raises Http404 for an invitation that was taken back.
    """
    # Whoever ends the invitation at this moment is waited for.
    drafts = Draft.objects.select_for_update().exclude(invitation="")
    draft = get_object_or_404(drafts, invitation=invitation)
    Member.objects.get_or_create(draft=draft, person=person)
    return draft


def may_leave(draft, person):
    """Return whether somebody stays with a draft when a person leaves."""
    return draft.members.filter(is_active=True).exclude(pk=person.pk).exists()


@transaction.atomic
def leave(draft, person):
    """Take a person out of a team of their own will; raises PermissionDenied for the last one."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if not may_leave(draft, person):
        raise PermissionDenied
    _take_out(draft, person)


@transaction.atomic
def remove(draft, person, other):
    """Take somebody else out of a team; raises PermissionDenied unless `person` leads it."""
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    if other == person or draft.pk not in led_by(person, [draft]):
        raise PermissionDenied
    _take_out(draft, other)


def _take_out(draft, person):
    """The invitation ends too: whoever still has the link would come back by it unasked."""
    draft.memberships.filter(person=person).delete()
    draft.invitation = ""
    draft.save(update_fields=["invitation"])
