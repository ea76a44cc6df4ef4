"""What a translator should look at again before others read it; nothing here refuses anything."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.translation import gettext as _

from core.languages import SOURCE_LANGUAGE

from . import markup, numbers, units
from .matching import plain, says, says_exactly
from .suggestions import hits

TERM, DISCOURAGED = "term", "discouraged"
NUMBERS, UNITS, PLACEHOLDERS, MARKUP = "numbers", "units", "placeholders", "markup"


class Concern(NamedTuple):
    """A warning: what kind it is of (one of the codes above) and a sentence for the translator."""

    code: str
    message: str


def warnings(
    source_text: str,
    translated_text: str,
    language: str,
    source_language: str = SOURCE_LANGUAGE,
) -> list[Concern]:
    """Return what differs between a passage and its translation; `all_warnings` for one pair."""
    return all_warnings([(source_text, translated_text)], language, source_language)[0]


def all_warnings(
    pairs: Iterable[tuple[str, str]], language: str, source_language: str = SOURCE_LANGUAGE
) -> list[list[Concern]]:
    """Return the warnings of each pair of a passage and its translation, both with their markup.

    An empty translation has none. Languages are codes. Costs one query for all pairs.
    """
    pairs = list(pairs)
    found = hits([source for source, _translated in pairs], language, source_language)
    return [
        [
            *losses(source, translated, language, source_language),
            *_wordings(found[source], plain(translated), language),
        ]
        if translated.strip()
        else []
        for source, translated in pairs
    ]


def losses(
    source_text: str,
    translated_text: str,
    language: str,
    source_language: str = SOURCE_LANGUAGE,
) -> list[Concern]:
    """Return what a translation has lost or added of that which languages do not change.

    These are numbers, in the digits of any script; units of numbers; placeholders and addresses;
    markup. Asks no database.
    """
    source, translated = plain(source_text), plain(translated_text)
    lost_units = units.lost_units(source, translated, source_language, language)
    places = markup.placeholders(source_text), markup.placeholders(translated_text)
    tags = markup.tags(source_text), markup.tags(translated_text)
    return [
        *_differences(NUMBERS, *numbers.difference(source, translated)),
        *_differences(UNITS, lost_units, []),
        *_differences(PLACEHOLDERS, *markup.difference(*places)),
        *_differences(MARKUP, *markup.difference(*tags)),
    ]


def _differences(code, lacking, beyond):
    concerns = []
    if lacking:
        message = _("Not in the translation: {items}").format(items=", ".join(lacking))
        concerns.append(Concern(code, message))
    if beyond:
        message = _("Not in the source: {items}").format(items=", ".join(beyond))
        concerns.append(Concern(code, message))
    return concerns


def _wordings(found, text, language):
    concerns = []
    for hit in found:
        said = [wording for wording in hit.preferred if says(text, wording, language)]
        if not said:
            message = _("The glossary has for “{term}”: {wordings}").format(
                term=hit.term, wordings=", ".join(hit.preferred)
            )
            concerns.append(Concern(TERM, message))
        for wording in hit.discouraged:
            within = any(says_exactly(each, wording, language) for each in said)
            if says_exactly(text, wording, language) and not within:
                message = _("The glossary advises against “{wording}”.").format(wording=wording)
                concerns.append(Concern(DISCOURAGED, message))
    return concerns
