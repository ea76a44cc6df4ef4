"""Keeping wagtail-localize's copy of a source as it is published, and translations with it.

wagtail-localize waits for somebody to press "sync", and then publishes the source's language
wherever its text has changed. Here the copy follows at every publication, and what has been
translated is carried over to the strings that have taken the place of the old ones.
"""

from collections import defaultdict

from django.db import transaction
from wagtail_localize.models import StringTranslation, TranslationSource

from ..models import CarriedOver, Kind
from .comparing import State, Translated, compare
from .passages import Extracted, digest


@transaction.atomic
def follow(instance):
    """Bring the copy of a published original up to date; without one nothing happens.

    `instance` is the page or the term as it is published. Every translation of a passage that
    was rewritten or moved stands at its new string afterwards; the former marked as carried over.
    """
    source = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    ).first()
    if source is None:
        return
    locales = list(
        source.translations.filter(enabled=True).values_list("target_locale_id", flat=True)
    )
    before = _segments(source)
    made = _translations(source, locales)
    source.update_from_db()
    after = _segments(source)
    for locale in locales:
        _carry(before, after, made[locale], locale)


def _segments(source):
    return list(source.stringsegment_set.select_related("string", "context").order_by("order"))


def _translations(source, locales):
    """Return {locale: {(string, context): StringTranslation}} of a source."""
    made = defaultdict(dict)
    rows = StringTranslation.objects.filter(
        locale__in=locales, context__object_id=source.object_id
    ).select_related("carried_over", "translation_of")
    for row in rows:
        made[row.locale_id][row.translation_of_id, row.context_id] = row
    return made


def _carry(before, after, made, locale):
    translated = [
        _translated(each, made[each.string_id, each.context_id])
        for each in before
        if (each.string_id, each.context_id) in made
    ]
    for finding in compare([_said(each) for each in after], translated):
        if finding.state not in (State.FRESH, State.CHANGED) or finding.translated is None:
            continue
        segment, row = finding.said.row, finding.translated.row
        place = (segment.string_id, segment.context_id)
        if place not in made:
            made[place] = _copy(row, segment, locale)
            if finding.state == State.CHANGED:
                CarriedOver.objects.create(
                    translation=made[place], source_text=finding.translated.source_text
                )


def _copy(row, segment, locale):
    return StringTranslation.objects.create(
        translation_of_id=segment.string_id,
        context_id=segment.context_id,
        locale_id=locale,
        data=row.data,
        translation_type=row.translation_type,
        tool_name=row.tool_name,
        last_translated_by_id=row.last_translated_by_id,
    )


def _said(segment):
    text = segment.string.data
    return Extracted(Kind.TEXT, segment.context.path, segment.order, text, row=segment)


def _translated(segment, row):
    text = source_text_of(row)
    return Translated(
        Kind.TEXT, segment.context.path, segment.order, row.data, text, digest(text), row=row
    )


def source_text_of(row):
    """Return the text that a `StringTranslation` was made from."""
    carried = getattr(row, "carried_over", None)
    return carried.source_text if carried else row.translation_of.data
