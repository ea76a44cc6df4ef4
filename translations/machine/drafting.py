"""Making drafts of the passages of a page or a term that have no translation yet."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Exists, OuterRef
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from translations.glossary.checks import Concern

from .service import CarefulTranslator


@dataclass
class Outcome:
    """How many passages were drafted, which were refused (source text, why), how many are left.

    `failure` is a sentence if the service failed, "" otherwise.
    """

    drafted: int = 0
    refused: list[tuple[str, list[Concern]]] = field(default_factory=list)
    left: int = 0
    failure: str = ""


def draft(translation: Translation, service: CarefulTranslator, user) -> Outcome:
    """Have `service` translate what has no translation, and keep what it has not damaged.

    No transaction is open while the service is asked. What a person translates meanwhile stays.
    """
    places = _untranslated(translation)
    answer = service.ask(translation.source.locale, translation.target_locale, places)
    with transaction.atomic():
        for string, translated in answer.translated.items():
            for place in places[string]:
                _keep(translation, place, translated, service, user)
    return Outcome(
        drafted=sum(len(places[string]) for string in answer.translated),
        refused=[(string.data, concerns) for string, concerns in answer.refused.items()],
        left=sum(len(places[string]) for string in answer.left),
        failure=answer.failure,
    )


def _untranslated(translation):
    """Return {passage: [(key of its string, key of its context)]}, in the order of the page."""
    known = StringTranslation.objects.filter(
        translation_of=OuterRef("string"),
        context=OuterRef("context"),
        locale=translation.target_locale,
    )
    segments = StringSegment.objects.filter(~Exists(known), source=translation.source)
    places = defaultdict(list)
    for segment in segments.select_related("string").order_by("order"):
        place = segment.string_id, segment.context_id
        if place not in places[segment.string.as_value()]:
            places[segment.string.as_value()].append(place)
    return places


def _keep(translation, place, translated, service, user):
    string, context = place
    StringTranslation.objects.get_or_create(
        translation_of_id=string,
        context_id=context,
        locale=translation.target_locale,
        defaults={
            "data": translated.data,
            "translation_type": StringTranslation.TRANSLATION_TYPE_MACHINE,
            "tool_name": service.display_name,
            "last_translated_by": user,
        },
    )
