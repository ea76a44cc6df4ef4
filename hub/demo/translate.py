"""Putting the demo's translations through wagtail-localize, as a translator would."""

from functools import cache
from pathlib import Path

import polib
from wagtail.models import Locale, Page
from wagtail_localize.models import Translation, TranslationSource

_DEPTH_OF_HOME = 2
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


def translate(instance):
    """Translate a page or a term into each language that has a translation of all its texts.

    A page is published, a term saved. What is translated already is left as it is. Returns
    {language: the new page or term}.
    """
    source, _created = TranslationSource.get_or_create_from_instance(instance)
    texts = _texts(source)
    there = {each.locale.language_code for each in instance.get_translations(inclusive=True)}
    return {
        language: _translated(source, language)
        for language in languages()
        if language not in there
        and texts <= table(language).keys()
        and _has_place(instance, language)
    }


def _has_place(instance, language):
    """Tell whether a page's parent exists in a language; what is no page needs none."""
    if not isinstance(instance, Page) or instance.depth <= _DEPTH_OF_HOME:
        return True
    parents = Page.objects.filter(translation_key=instance.get_parent().translation_key)
    return parents.filter(locale__language_code=language).exists()


def missing(instance, language):
    """Return the texts of `instance` that `language` has no translation for."""
    source, _created = TranslationSource.get_or_create_from_instance(instance)
    return _texts(source) - table(language).keys()


def _texts(source):
    return set(source.stringsegment_set.values_list("string__data", flat=True))


def _translated(source, language):
    locale = Locale.objects.get(language_code=language)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    file = translation.export_po()
    for entry in file:
        entry.msgstr = table(language)[entry.msgid]
    translation.import_po(file, tool_name="Demo")
    translation.save_target(publish=True)
    return source.get_translated_instance(locale)
