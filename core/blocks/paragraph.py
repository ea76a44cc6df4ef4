"""Running text."""

from functools import lru_cache

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import RichTextBlock
from wagtail.rich_text import get_text_for_indexing

# Readers' and editors' search ask for the same texts, one soon after the other.
_REMEMBERED = 1_024


class ParagraphBlock(RichTextBlock):
    """Running text with lists, links and emphasis, but no headings of its own."""

    def __init__(self, **kwargs):
        kwargs.setdefault("features", ["bold", "italic", "link", "document-link", "ol", "ul"])
        super().__init__(**kwargs)

    def get_searchable_content(self, value):
        """Return the text without markup."""
        return [_without_markup(value.source)]

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("One or more paragraphs, with lists, links and emphasis.")
        template = "blocks/paragraph.html"
        preview_value = "<p>A small team tests <b>one</b> change where the problem is.</p>"


@lru_cache(_REMEMBERED)
def _without_markup(html):
    return get_text_for_indexing(html)
