"""Who may write which draft: whoever is of its team, and nobody else."""

from django.db.models import Q
from django.shortcuts import get_object_or_404

from .models import Draft

MAY_START = "writing.add_draft"


def drafts_of(person):
    """Return the drafts that a person writes, those touched last first; none for strangers."""
    if not (person.is_authenticated and person.is_active):
        return Draft.objects.none()
    return Draft.objects.filter(Q(memberships__person=person))


def draft_for(person, key):
    """Return a draft that a person writes; raises Http404 for all others."""
    return get_object_or_404(drafts_of(person), key=key)


def may_start(person):
    """Return whether a person may begin a record."""
    return person.is_active and person.has_perm(MAY_START)


def name_of(person):
    """Return what a person is called among the members of a team; "" for one who is gone."""
    return (person.get_full_name() or person.get_username()) if person else ""
