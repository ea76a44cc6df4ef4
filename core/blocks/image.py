"""A picture with a caption."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images.blocks import ImageChooserBlock


class FigureBlock(StructBlock):
    """A picture, what it shows in words, and a caption."""

    image = ImageChooserBlock(label=_("Image"), required=False)
    alt_text = CharBlock(
        label=_("What the picture shows"),
        required=False,
        max_length=300,
        help_text=_(
            "Read aloud to those who cannot see it. Leave it empty only when the picture "
            "adds nothing to the text."
        ),
    )
    caption = CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with a caption and a description in words.")
        template = "blocks/image.html"
        preview_value = {"alt_text": "", "caption": "Compliance week by week"}
