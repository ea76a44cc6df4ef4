"""A podcast: the show, whose episodes stand beneath it."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from core.models import BasePage
from resources.choices import PodcastCategory, ResourceType
from resources.podcasting.addresses import new_guid

from .library_page import LibraryPage

_FOR_DIRECTORIES = (
    *("author", "owner_email", "category", "is_explicit", "copyright_notice"),
    *("feed_guid", "source_url"),
)
# Pixels, each way: https://podcasters.apple.com/support/896-artwork-requirements
SMALLEST_COVER = 1400


class PodcastPage(LibraryPage):
    """Lists the episodes of one show and tells podcast directories about it."""

    cover = models.ForeignKey(
        "core.HubImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("cover"),
        help_text=_("A square picture of 1400 to 3000 pixels, as podcast directories ask for."),
    )
    author = models.CharField(_("author"), max_length=255, blank=True)
    owner_email = models.EmailField(
        _("owner's e-mail"),
        blank=True,
        help_text=_("Where directories write to. It can be read by anybody, in the feed only."),
    )
    category = models.CharField(
        _("category"),
        max_length=60,
        choices=PodcastCategory.choices,
        default=PodcastCategory.MEDICINE,
    )
    is_explicit = models.BooleanField(_("contains explicit language"), default=False)
    copyright_notice = models.CharField(_("copyright"), max_length=255, blank=True)
    feed_guid = models.CharField(
        _("identifier of the feed"),
        max_length=64,
        blank=True,
        help_text=_("How directories know the show again. Leave it as it is."),
    )
    source_url = models.URLField(
        _("address of the original feed"),
        max_length=500,
        blank=True,
        help_text=_("Of a show that was made elsewhere."),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = ["resources.EpisodePage"]
    page_description = _("A podcast. Its episodes stand beneath it, and it has a feed.")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("introduction"),
        FieldPanel("cover"),
        MultiFieldPanel(
            [
                FieldPanel("author"),
                FieldPanel("owner_email"),
                FieldRowPanel([FieldPanel("category"), FieldPanel("is_explicit")]),
                FieldPanel("copyright_notice"),
                FieldPanel("feed_guid"),
                FieldPanel("source_url"),
            ],
            heading=_("For podcast directories"),
        ),
    ]
    override_translatable_fields = [
        *LibraryPage.override_translatable_fields,
        *(SynchronizedField(name) for name in _FOR_DIRECTORIES),
    ]

    class Meta:
        verbose_name = _("podcast")
        verbose_name_plural = _("podcasts")

    def full_clean(self, *args, **kwargs):
        """Keep only episodes here, and give a new show the identifier that it keeps."""
        self.holds = ResourceType.PODCAST
        super().full_clean(*args, **kwargs)
        self.feed_guid = self.feed_guid or new_guid(self.slug, self.locale.language_code)

    def clean(self):
        """Refuse a cover that podcast directories do not take."""
        super().clean()
        if self.cover and min(self.cover.width, self.cover.height) < SMALLEST_COVER:
            raise ValidationError(
                {
                    "cover": _(
                        "This picture is too small for podcast directories. Choose one of at "
                        "least 1400 by 1400 pixels."
                    )
                }
            )
