"""What stands in a translator's file: the passages of a translation as they are now."""

from dataclasses import dataclass
from hashlib import blake2s
from typing import Any
from uuid import UUID

from wagtail_localize.models import StringSegment, StringTranslation
from wagtail_localize.views.edit_translation import TabHelper, get_segment_location_info

from .reading import digest_of


def mark_of(html: str) -> str:
    """Return a short mark of a translation: equal ones have the same."""
    return blake2s(html.encode(), digest_size=4).hexdigest()


@dataclass(frozen=True)
class Passage:
    """A passage of the source at `path`, with its translation's row, None without one.

    `place` says where it stands, in the words of the page's form. `is_current` is unset for
    what the source no longer has.
    """

    path: str
    source: str
    string_id: int
    context_id: int
    row: StringTranslation | None = None
    place: str = ""
    is_current: bool = True

    @property
    def digest(self) -> UUID:
        """What names the source text."""
        return digest_of(self.source)

    @property
    def target(self) -> str:
        """The translation as HTML, "" without one."""
        return self.row.data if self.row else ""

    @property
    def base(self) -> str:
        """A mark of the translation, by which a file or a form tells what was changed in it."""
        return mark_of(self.target)

    @property
    def previous_source(self) -> str:
        """What the source said when this was translated, "" where it says the same."""
        carried = getattr(self.row, "carried_over", None)
        return carried.source_text if carried else ""

    @property
    def waits_for_a_person(self) -> bool:
        """Whether there is a translation that nobody has accepted for this source text."""
        if self.row is None:
            return False
        is_machine = self.row.translation_type == StringTranslation.TRANSLATION_TYPE_MACHINE
        return is_machine or hasattr(self.row, "carried_over")

    @property
    def is_ready(self) -> bool:
        """Whether there is a translation that can be published as it is."""
        return self.row is not None and not self.row.has_error and not self.waits_for_a_person


def passages_of(translation) -> list[Passage]:
    """Return the passages to translate, in order; the same text at the same path is one."""
    segments = StringSegment.objects.filter(source_id=translation.source_id)
    rows = segments.get_translations(translation.target_locale).select_related("carried_over")
    by_key = {(row.context_id, row.translation_of_id): row for row in rows}
    place_of = _places(translation.source)
    found: dict[Any, Passage] = {}
    for segment in segments.order_by("order").select_related("context", "string"):
        key = segment.context_id, segment.string_id
        if key not in found:
            found[key] = Passage(
                path=segment.context.path,
                source=segment.string.data,
                string_id=segment.string_id,
                context_id=segment.context_id,
                row=by_key.get(key),
                place=place_of(segment.context),
            )
    return list(found.values())


def _places(source):
    """Return a function from the context of a passage to the labels of its fields."""
    model = source.specific_content_type.model_class()
    tabs = TabHelper(model())

    def place_of(context):
        try:
            found = get_segment_location_info(model, tabs, context.path, context.field_path)
        except KeyError:
            return ""
        labels = (found["field"], found["subField"])
        return " › ".join(str(label) for label in labels if label)

    return place_of
