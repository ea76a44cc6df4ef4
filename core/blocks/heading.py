"""A heading inside a body."""

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, StructBlock, StructValue


class HeadingValue(StructValue):
    """A heading's text and level, with the name that links to it use."""

    @property
    def anchor(self):
        """Return the fragment of the address that leads to this heading."""
        return slugify(self["text"], allow_unicode=True) or "section"


class HeadingBlock(StructBlock):
    """A heading or subheading; main headings make up the table of contents."""

    text = CharBlock(label=_("Text"), max_length=200)
    level = ChoiceBlock(
        label=_("Level"),
        choices=[("h2", _("Main heading")), ("h3", _("Subheading"))],
        default="h2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Begins a part of the text. Main headings form the table of contents.")
        template = "blocks/heading.html"
        value_class = HeadingValue
        preview_value = {"text": "Write an aim statement", "level": "h2"}
