"""A person's word that a translation fits what its source says now."""

from django.db import transaction

from .models import CarriedOver, Passage, Version
from .passages import canonical, digest
from .states import refresh_states


@transaction.atomic
def confirm(translation):
    """Let a `StringTranslation` count as made from the string it stands at.

    If that very text is what readers have, it is fresh for them at once: checked, no change
    needed. Otherwise it will be when it is published.
    """
    CarriedOver.objects.filter(translation=translation).delete()
    version = Version.objects.filter(
        translation_key=translation.context.object_id, locale_id=translation.locale_id
    ).first()
    if version is None or version.source_id is None:
        return
    text = translation.translation_of.data
    for passage in _published(version, translation):
        passage.source_text, passage.source_digest = text, digest(text)
        passage.save(update_fields=["source_text", "source_digest"])
    refresh_states(version.source_id)


def _published(version, translation):
    """Return the published passages that this translation is: one, unless the text recurs."""
    at_path = Passage.objects.filter(
        version=version, path=translation.context.path, is_current=True
    )
    wanted = canonical(translation.data)
    return [each for each in at_path if canonical(each.text) == wanted]
