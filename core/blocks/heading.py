"""A heading inside a body."""

import unicodedata

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock


def anchor_of(text):
    """Return the fragment of an address that leads to a heading with this text.

    Unlike Django's slugify it keeps vowel signs (marks), without which Indic words fall apart.
    """
    kept = (letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in text)
    return "-".join("".join(kept).lower().split()) or "section"


class HeadingBlock(StructBlock):
    """A heading or subheading; main headings make up the table of contents."""

    text = CharBlock(label=_("Text"), max_length=200)
    level = ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Main heading")), ("h3", _("Subheading"))],
        default="h2",
        search_index=False,
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Begins a part of the text. Main headings form the table of contents.")
        template = "blocks/heading.html"
        preview_value = {"text": "Write an aim statement", "level": "h2"}
