"""Who is written to, and in which language."""

from collections import defaultdict

from wagtail.users.models import UserProfile

from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE
from translations.board.assigning import members


def languages_by_person(codes):
    """Return {person: [codes]} of the active members of teams who have an address.

    `codes` are languages; each person's come in the order of `CONTENT_LANGUAGES`.
    """
    people = defaultdict(list)
    for language in CONTENT_LANGUAGES:
        if language.code in codes and language.code != SOURCE_LANGUAGE:
            for person in members(language.code).exclude(email=""):
                people[person].append(language.code)
    return people


def language_of(person, codes):
    """Return the code of the language that a person chose for the admin, or the first team's."""
    profile = UserProfile.objects.filter(user=person).first()
    return (profile and profile.preferred_language) or next(iter(codes), SOURCE_LANGUAGE)
