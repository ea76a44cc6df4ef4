"""Asking a machine translation service, and believing only what it has not damaged."""

import logging
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

import requests
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _
from wagtail.models import Locale
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue

from translations.glossary.checks import MARKUP, Concern, losses

logger = logging.getLogger(__name__)

# DeepL takes at most 50 texts at a time; with fewer, less is lost when the time is up.
_AT_A_TIME = 20
# Of one request to the hub: whoever pressed the button is waiting.
_SECONDS_IN_ALL = 30
_BAD_ANSWERS = (
    requests.RequestException,
    AttributeError,
    LookupError,
    TypeError,
    ValueError,
)


@dataclass
class Answer:
    """What came of asking: translations, what was refused and why, and what was not answered.

    All by the passages that were asked for; `failure` is a sentence if the service failed.
    """

    translated: dict[StringValue, StringValue] = field(default_factory=dict)
    refused: dict[StringValue, list[Concern]] = field(default_factory=dict)
    left: list[StringValue] = field(default_factory=list)
    failure: str = ""


class CarefulTranslator(BaseMachineTranslator):
    """Asks the connector that the options name: {"CLASS": its path, "OPTIONS": its own}."""

    def __init__(self, options):
        super().__init__(options)
        self.connector = import_string(options["CLASS"])(options["OPTIONS"])
        self.display_name = self.connector.display_name

    def can_translate(self, source_locale, target_locale):
        """Return whether the connector knows the languages, as far as it can tell."""
        return self.connector.can_translate(source_locale, target_locale)

    def translate(self, source_locale, target_locale, strings):
        """Return {passage: translation} for what can be used; wagtail-localize's own interface."""
        return self.ask(source_locale, target_locale, strings).translated

    def ask(
        self, source_locale: Locale, target_locale: Locale, strings: Iterable[StringValue]
    ) -> Answer:
        """Return what the service makes of passages, as far as it gets in time."""
        answer = Answer()
        end = time.monotonic() + _SECONDS_IN_ALL
        strings = list(strings)
        for start in range(0, len(strings), _AT_A_TIME):
            some = strings[start : start + _AT_A_TIME]
            if answer.failure or time.monotonic() > end:
                answer.left += some
                continue
            try:
                found = self.connector.translate(source_locale, target_locale, some)
            except _BAD_ANSWERS as error:
                # Its text may hold the passages, which are nobody else's business yet.
                logger.warning("%s did not translate: %s.", self.display_name, type(error).__name__)
                answer.failure = _("{service} did not answer as it should.").format(
                    service=self.display_name
                )
                answer.left += some
            else:
                _sort(found, some, source_locale, target_locale, answer)
        return answer


def service_for(source_locale: Locale, locale: Locale) -> CarefulTranslator | None:
    """Return the service that this hub uses for a pair of languages; None where there is none."""
    service = get_machine_translator()
    return service if service and service.can_translate(source_locale, locale) else None


def _sort(found, strings, source_locale, target_locale, answer):
    for string in strings:
        translated = found.get(string)
        if (
            translated is None
            or not isinstance(translated.data, str)
            or not translated.data.strip()
        ):
            answer.left.append(string)
        elif concerns := _damage(string.data, translated.data, source_locale, target_locale):
            answer.refused[string] = concerns
        else:
            answer.translated[string] = translated


def _damage(source, translated, source_locale, target_locale):
    try:
        StringValue.from_translated_html(translated)
    except ValueError as error:
        return [Concern(MARKUP, str(error))]
    return losses(source, translated, target_locale.language_code, source_locale.language_code)
