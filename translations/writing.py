"""Writing a person's translation of a passage."""

from wagtail_localize.models import StringTranslation


def write(passage, translation, html, user, tool=""):
    """Keep `html` as the translation of a passage (`exchange.passages.Passage`) by `user`.

    It counts as made from the passage as the source says it now, changed or not; `tool` names
    the program that it was written in, "" for the hub.
    """
    row = passage.row or StringTranslation(
        translation_of_id=passage.string_id,
        context_id=passage.context_id,
        locale=translation.target_locale,
    )
    row.data = html
    row.translation_type = StringTranslation.TRANSLATION_TYPE_MANUAL
    row.tool_name = tool
    row.last_translated_by = user
    row.has_error = False
    row.field_error = ""
    row.save()
