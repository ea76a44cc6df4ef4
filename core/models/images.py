"""Images, with who is to be credited for them."""

from contextlib import contextmanager

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet

# What a picture needs to look right. All else that was written into it stays behind: the place
# where a camera was, the name of its owner, remarks of programs.
_NEEDED = ("duration", "icc_profile", "loop", "transparency")


class HubImageManager(models.Manager.from_queryset(ImageQuerySet)):
    """Fetches images together with their renditions: one query, however many images."""

    def get_queryset(self):
        """Return images that bring their renditions along."""
        return super().get_queryset().prefetch_related("renditions")


class HubImage(AbstractImage):
    """An image of the library. `description` (Wagtail's own) is its default alternative text."""

    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("Who made the picture, and under which licence it may be used."),
    )

    objects = HubImageManager()

    admin_form_fields = (*Image.admin_form_fields, "credit")

    @contextmanager
    def get_willow_image(self):
        """Open the picture upright, with nothing in it but the picture, to make its sizes from."""
        with super().get_willow_image() as opened:
            bare = opened.auto_orient()
            bare.image.info = {
                name: value for name, value in bare.image.info.items() if name in _NEEDED
            }
            bare.format_name = opened.format_name
            yield bare

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class HubRendition(AbstractRendition):
    """One size and format of a `HubImage`."""

    image = models.ForeignKey(HubImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("image", "filter_spec", "focal_point_key"), name="unique_hub_rendition"
            )
        ]
