"""Putting the demo's translations through wagtail-localize, as a translator would."""

from functools import cache
from pathlib import Path

import polib
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

_FOLDER = Path(__file__).resolve().parent / "translations"


def languages():
    """Return the codes of the languages that the demo has translations for."""
    return sorted(folder.name for folder in _FOLDER.iterdir() if folder.is_dir())


@cache
def table(language):
    """Return {source text: translation} of all of a language's PO files."""
    files = sorted((_FOLDER / language).glob("*.po"))
    return {
        entry.msgid: entry.msgstr
        for file in files
        for entry in polib.pofile(str(file), wrapwidth=0)
        if entry.msgstr
    }


def translate(instance, language):
    """Translate a page or a term into `language` where every text of it has a translation.

    A page is published, a term saved. What is translated already is left as it is. Returns
    True where something new came of it.
    """
    locale = Locale.objects.get(language_code=language)
    if instance.has_translation(locale):
        return False
    if missing(instance, language):
        return False
    source, _created = TranslationSource.get_or_create_from_instance(instance)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    file = translation.export_po()
    for entry in file:
        entry.msgstr = table(language)[entry.msgid]
    translation.import_po(file, tool_name="Demo")
    translation.save_target(publish=True)
    return True


def missing(instance, language):
    """Return the texts of `instance` that `language` has no translation for, in their order."""
    source, _created = TranslationSource.get_or_create_from_instance(instance)
    segments = source.stringsegment_set.select_related("string").order_by("order")
    texts = table(language)
    return [segment.string.data for segment in segments if segment.string.data not in texts]
