"""The body of a resource: what editors may put into it, and what it can tell of itself."""

from collections import Counter

from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamBlock

from .callout import CalloutBlock
from .heading import HeadingBlock, anchor_of
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

    def anchored(self, value):
        """Return the passages of a body in order, each with its anchor ("" for none).

        Only headings have one; of several that read the same, the second ends in -2.
        """
        seen = Counter()
        passages = []
        for child in value:
            anchor = ""
            if child.block_type == "heading":
                anchor = anchor_of(child.value["text"])
                seen[anchor] += 1
                anchor = f"{anchor}-{seen[anchor]}" if seen[anchor] > 1 else anchor
            passages.append((child, anchor))
        return passages

    def headings(self, value):
        """Return the main headings of a body as a list of {"id", "text"}, in their order."""
        return [
            {"id": anchor, "text": child.value["text"]}
            for child, anchor in self.anchored(value)
            if anchor and child.value["level"] == "h2"
        ]

    def plain_text(self, value):
        """Return a body's words without markup, passages on lines of their own."""
        texts = (" ".join(child.block.get_searchable_content(child.value)) for child in value)
        return "\n".join(strip_tags(text) for text in texts if text)
