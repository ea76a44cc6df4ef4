"""Images, with who is to be credited for them."""

from contextlib import contextmanager

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    Image,
    ImageQuerySet,
)

# What a picture needs to look right. All else that was written into it stays behind: the place
# where a camera was, the name of its owner, remarks of programs.
_NEEDED = ("duration", "icc_profile", "loop", "transparency")


class BareFilter(Filter):
    """Makes a size of a picture upright, and without what was written into the file beside it."""

    @contextmanager
    def get_willow_image(self, image, source=None):
        """Open the picture, from `source` where that is open already."""
        with super().get_willow_image(image, source) as opened:
            bare = opened.auto_orient()
            needed = {name: bare.image.info[name] for name in _NEEDED if name in bare.image.info}
            bare.image.info = needed
            bare.format_name = opened.format_name
            yield bare


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

    def generate_rendition_file(self, filter, *, source=None):
        """Make one size of the picture, with nothing in it but the picture."""
        return super().generate_rendition_file(BareFilter(filter.spec), source=source)

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
