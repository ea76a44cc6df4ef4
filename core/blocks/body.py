"""The body of a resource: what editors may put into it, and what it can tell of itself."""

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from .callout import CalloutBlock
from .heading import HeadingBlock
from .image import FigureBlock
from .paragraph import ParagraphBlock
from .references import ReferencesBlock
from .steps import StepsBlock
from .table import TableBlock


class BodyStreamBlock(StreamBlock):
    """Well-named passages, in the order that the reader meets them."""

    heading = HeadingBlock(group=_("Text"))
    paragraph = ParagraphBlock(group=_("Text"))
    callout = CalloutBlock(group=_("Text"))
    steps = StepsBlock(group=_("Text"))
    image = FigureBlock(group=_("Media"))
    table = TableBlock(group=_("Media"))
    references = ReferencesBlock(group=_("Sources"))

    def headings(self, value):
        """Return the main headings of a body as a list of {"id", "text"}, in their order."""
        return [
            {"id": child.value.anchor, "text": child.value["text"]}
            for child in value
            if child.block_type == "heading" and child.value["level"] == "h2"
        ]

    def plain_text(self, value):
        """Return a body's words without markup, passages on lines of their own."""
        texts = (" ".join(child.block.get_searchable_content(child.value)) for child in value)
        return "\n".join(strip_tags(text) for text in texts if text)
