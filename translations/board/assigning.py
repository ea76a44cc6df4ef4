"""Who of a team is on what."""

from django.contrib.auth import get_user_model
from django.db import transaction

from translations import teams
from translations.models import Assignment


def person_on(source, locale):
    """Return who translates a source, a `Version`, into a language, or None."""
    found = Assignment.objects.filter(source=source, locale=locale).select_related("person")
    return next((each.person for each in found), None)


@transaction.atomic
def assign(states, person):
    """Let a person be on what the states are about, or nobody for None.

    Raises ValueError for somebody who may not translate into one of the languages.
    """
    for state in states:
        if person is None:
            Assignment.objects.filter(source=state.source_id, locale=state.locale_id).delete()
            continue
        if not teams.may_translate(person, state.locale):
            raise ValueError(f"{person.pk} does not translate into {state.locale.language_code}")
        Assignment.objects.update_or_create(
            source_id=state.source_id, locale_id=state.locale_id, defaults={"person": person}
        )


def members(code):
    """Return those whose groups say that they translate into the language `code`, a queryset.

    Administrators and editors, who may do so in every language, are not asked of right away.
    """
    permission = f"wagtailcore.{teams.permission(teams.TRANSLATE, code)}"
    people = get_user_model().objects.with_perm(permission, include_superusers=False)
    return people.order_by("first_name", "last_name", "username")
