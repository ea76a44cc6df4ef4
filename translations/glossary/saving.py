"""Saving a passage in wagtail-localize's own editor, with the warnings that belong to it."""

from django.shortcuts import get_object_or_404
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views import edit_translation

from translations.teams import within

from .checks import warnings


def edit_string_translation(request, translation_id, string_segment_id):
    """Save or delete the translation of a passage; the comment on it holds the warnings.

    Takes the place of wagtail-localize's view of the same name.
    """
    found = within(Translation.objects.all(), request.user, "target_locale")
    translation = get_object_or_404(found, pk=translation_id)
    response = edit_translation.edit_string_translation(request, translation_id, string_segment_id)
    if request.method == "PUT" and "data" in (response.data or {}):
        segment = StringSegment.objects.select_related("string").get(pk=string_segment_id)
        concerns = warnings(
            segment.string.data,
            response.data["data"],
            translation.target_locale.language_code,
            translation.source.locale.language_code,
        )
        messages = [concern.message for concern in concerns]
        response.data["warnings"] = messages
        response.data["comment"] = " · ".join([*messages, response.data["comment"]])
    return response
