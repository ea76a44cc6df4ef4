"""Beginning to translate what a row of the board is about."""

from django.db import transaction
from wagtail.models import AbstractPage
from wagtail_localize.operations import TranslationCreator


class NotReady(Exception):
    """Something cannot be translated yet; holds what it is called."""


@transaction.atomic
def start(states, user):
    """Begin the translations that states are about, and those of the sections they stand in.

    All of them or, when `NotReady` is raised, none: a section is not published, or the source
    is not valid any more.
    """
    for state in states:
        source = state.source.content_type.get_object_for_this_type(pk=state.source.object_id)
        creator = TranslationCreator(user, [state.locale])
        for instance in [*_above(source, state.locale), source]:
            creator.create_translations(instance, include_related_objects=False)
            if not _is_begun(instance, state.locale):
                raise NotReady(str(instance))


def _above(source, locale):
    """Return the pages above a source, the first one first, that the language lacks."""
    if not isinstance(source, AbstractPage):
        return []
    missing = []
    for page in source.get_ancestors().filter(depth__gt=1).specific():
        if _is_begun(page, locale):
            continue
        # Its text in the database is a draft.
        if not page.live:
            raise NotReady(str(page))
        missing.append(page)
    return missing


def _is_begun(instance, locale):
    versions = type(instance)._default_manager.filter(
        translation_key=instance.translation_key, locale=locale
    )
    if isinstance(instance, AbstractPage):
        versions = versions.filter(alias_of=None)
    return versions.exists()
