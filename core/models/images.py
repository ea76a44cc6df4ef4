"""Images, with who is to be credited for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Image, ImageQuerySet


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
