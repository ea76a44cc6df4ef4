"""A picture with a caption."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, StructBlock
from wagtail.images import get_image_model
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

    def get_preview_value(self):
        """Return a value with the newest picture of the library, so that there is one to see."""
        value = super().get_preview_value()
        value["image"] = get_image_model().objects.order_by("-created_at").first()
        return value

    class Meta:
        icon = "image"
        label = _("Image")
        description = _("A picture with a caption and a description in words.")
        template = "blocks/image.html"
        preview_value = {"alt_text": "", "caption": "Compliance week by week"}
