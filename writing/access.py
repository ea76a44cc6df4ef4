"""Who may write which draft: whoever is of its team, and nobody else."""

from django.db.models import Min, Q

from .models import Draft, Member

MAY_START = "writing.add_draft"


def drafts_of(person):
    """Return the drafts that a person writes, those touched last first; none for strangers."""
    if not (person.is_authenticated and person.is_active):
        return Draft.objects.none()
    return Draft.objects.filter(Q(memberships__person=person))


def draft_for(person, key):
    """Return a draft that a person writes; raises Draft.DoesNotExist for all others."""
    return drafts_of(person).get(key=key)


def led_by(person, drafts):
    """Return the keys of those drafts that a person may delete, and remove members from.

    Whoever began a draft may, and after them the one who has been in its team the longest.
    """
    active = Member.objects.filter(draft__in=drafts, person__is_active=True)
    first = active.values("draft").annotate(first=Min("pk")).values("first")
    led = Member.objects.filter(pk__in=first, person=person)
    return set(led.values_list("draft_id", flat=True))


def may_start(person):
    """Return whether a person may begin a record."""
    return person.is_active and person.has_perm(MAY_START)


def name_of(person):
    """Return what a person is called among the members of a team; "" for one who is gone."""
    return (person.get_full_name() or person.get_username()) if person else ""
