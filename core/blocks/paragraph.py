"""Running text."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock


class ParagraphBlock(RichTextBlock):
    """Running text with lists, links and emphasis, but no headings of its own."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", ["bold", "italic", "link", "document-link", "ol", "ul"])
        super().__init__(**kwargs)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("One or more paragraphs, with lists, links and emphasis.")
        template = "blocks/paragraph.html"
        preview_value = "<p>A small team tests <b>one</b> change where the problem is.</p>"
