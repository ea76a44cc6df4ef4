"""A person's word that a translation fits what its source says now."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail_localize.models import StringSegment, StringTranslation

from ..models import CarriedOver, Passage, Version
from .passages import canonical, digest
from .states import refresh_states


def unconfirmed(translation_key, locale):
    """Return the `StringTranslation` rows carried over to passages that the source has now."""
    segments = StringSegment.objects.filter(
        source__object_id=translation_key,
        string=OuterRef("translation_of"),
        context=OuterRef("context"),
    )
    rows = StringTranslation.objects.filter(
        Exists(segments),
        context__object_id=translation_key,
        locale=locale,
        carried_over__isnull=False,
    )
    return rows.select_related("carried_over", "translation_of", "context").order_by("pk")


def confirm(translation):
    """Let a `StringTranslation` count as made from the string it stands at.

    If that very text is what readers have, it is fresh for them at once: checked, no change
    needed. Otherwise it will be when it is published.
    """
    confirm_all([translation])


@transaction.atomic
def confirm_all(translations):
    """Do what `confirm` does for many, and make the states of each source anew but once."""
    sources = {_confirm(each) for each in translations}
    for source in sources - {None}:
        refresh_states(source)


def _confirm(translation):
    """Return the key of the `Version` whose states are to be made anew, or None."""
    CarriedOver.objects.filter(translation=translation).delete()
    version = Version.objects.filter(
        translation_key=translation.context.object_id, locale_id=translation.locale_id
    ).first()
    if version is None or version.source_id is None:
        return None
    text = translation.translation_of.data
    for passage in _published(version, translation):
        passage.source_text, passage.source_digest = text, digest(text)
        passage.save(update_fields=["source_text", "source_digest"])
    return version.source_id


def _published(version, translation):
    """Return the published passages that this translation is: one, unless the text recurs."""
    at_path = Passage.objects.filter(
        version=version, path=translation.context.path, is_current=True
    )
    wanted = canonical(translation.data)
    return [each for each in at_path if canonical(each.text) == wanted]
