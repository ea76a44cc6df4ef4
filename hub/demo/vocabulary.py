"""The demo's vocabulary of search."""

from uuid import UUID, uuid5

from wagtail.models import Locale

from core.languages import SOURCE_LANGUAGE
from hub.demo import translate
from hub.demo.content.vocabulary import VOCABULARY
from search.models import SearchTerm

# The same concept at every loading, whatever an editor has made of its name.
_NAMESPACE = UUID("0d7a6b0e-5b1e-5c39-8f0a-3a7f4d1f6c52")


def load():
    """Create the terms that are not there yet, in all languages that name them; return these."""
    locales = {locale.language_code: locale for locale in Locale.objects.all()}
    there = set(SearchTerm.objects.values_list("translation_key", "locale__language_code"))
    new = [
        SearchTerm(
            translation_key=uuid5(_NAMESPACE, record["name"]), locale=locales[language], **texts
        )
        for record in VOCABULARY
        for language, texts in _in_all_languages(record)
        if (uuid5(_NAMESPACE, record["name"]), language) not in there
    ]
    for term in new:
        term.save()
    return new


def _in_all_languages(record):
    """Yield (language, name and alternatives) of a concept; other languages have a name only."""
    alternatives = "\n".join(record["alternatives"])
    yield SOURCE_LANGUAGE, {"name": record["name"], "alternatives": alternatives}
    for language in translate.languages():
        if name := translate.table(language).get(record["name"]):
            yield language, {"name": name}
