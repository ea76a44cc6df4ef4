"""Which rows of the board somebody may see: the one place to ask."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, FilteredRelation, Q
from wagtail.models import get_page_models

from core.visibility import open_pages
from translations import teams
from translations.models import TranslationState


def page_types():
    """Return the `ContentType` of every kind of page."""
    return list(ContentType.objects.get_for_models(*get_page_models()).values())


def rows(user):
    """Return the states that a user may see: of the user's languages, from what may be read.

    Of a source in another language that is what anybody may read as it is published.
    """
    codes = teams.languages_of(user)
    states = TranslationState.objects.all()
    if codes == teams.EVERYWHERE:
        return states
    return teams.within(states, user).filter(
        Q(source__locale__language_code__in=codes)
        | ~Q(source__content_type__in=page_types())
        | Q(source__object_id__in=open_pages().values("pk"))
    )


def with_assignments(states):
    """Return a queryset of states in which `assignment` is who is on each, to filter by."""
    assignment = FilteredRelation(
        "source__assignments", condition=Q(source__assignments__locale=F("locale"))
    )
    return states.alias(assignment=assignment)


def with_people(states):
    """Return states with assignments, in which the rows know who is on them, in the same query.

    That is `person`, `person_first`, `person_last` and `person_username`; None for nobody.
    """
    return states.annotate(
        person=F("assignment__person"),
        person_first=F("assignment__person__first_name"),
        person_last=F("assignment__person__last_name"),
        person_username=F("assignment__person__username"),
    )
