"""An episode of a podcast."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField
from wagtailmedia.edit_handlers import MediaChooserPanel

from core import navigation
from core.fields import PassagesField
from core.searchable import TRANSCRIPT, SearchPart
from resources import transcripts
from resources.blocks import ChapterBlock
from resources.choices import EpisodeType, ResourceType

from .resource_page import ResourcePage

_FACTS = (
    *("audio_url", "audio_type", "audio_bytes", "duration", "season", "episode", "episode_type"),
    *("is_explicit", "is_synthetic", "transcript_url", "chapters_url"),
)


def _audio(label, help_text):
    return models.ForeignKey(
        "core.HubAudio",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=label,
        help_text=help_text,
    )


class EpisodePage(ResourcePage):
    """One episode: its sound in two sizes, its transcript and its chapters."""

    resource_type = ResourceType.PODCAST.value

    season = models.PositiveSmallIntegerField(_("season"), null=True, blank=True)
    episode = models.PositiveIntegerField(_("episode number"), null=True, blank=True)
    episode_type = models.CharField(
        _("kind of episode"),
        max_length=10,
        choices=EpisodeType.choices,
        default=EpisodeType.FULL,
    )
    audio = _audio(_("sound"), _("In its normal quality. Feeds carry this file."))
    audio_low = _audio(
        _("sound, small"),
        _("The same at a low rate, some 24 kbit/s, for slow and dear connections."),
    )
    audio_url = models.URLField(
        _("address of the sound"),
        max_length=500,
        blank=True,
        help_text=_("Of sound that is kept elsewhere, instead of a file here."),
    )
    audio_type = models.CharField(_("media type of that sound"), max_length=60, blank=True)
    audio_bytes = models.PositiveBigIntegerField(_("its size in bytes"), null=True, blank=True)
    duration = models.PositiveIntegerField(_("duration in seconds"), null=True, blank=True)
    is_explicit = models.BooleanField(_("contains explicit language"), default=False)
    is_synthetic = models.BooleanField(
        _("spoken by a speech synthesiser"), default=False, help_text=_("Readers are told so.")
    )
    transcript = models.TextField(
        _("transcript"),
        blank=True,
        help_text=_(
            "In WebVTT, with the times of what is said. Whoever cannot hear or load the sound "
            "reads it."
        ),
    )
    transcript_url = models.URLField(
        _("address of a transcript elsewhere"), max_length=500, blank=True
    )
    chapters = PassagesField([("chapter", ChapterBlock())], verbose_name=_("chapters"), blank=True)
    chapters_url = models.URLField(_("address of chapters elsewhere"), max_length=500, blank=True)

    is_creatable = True
    parent_page_types = ["resources.PodcastPage"]
    subpage_types = []
    page_description = _("An episode of a podcast, with its transcript.")

    content_panels = [
        *ResourcePage.content_panels[:3],
        MultiFieldPanel(
            [
                MediaChooserPanel("audio", media_type="audio"),
                MediaChooserPanel("audio_low", media_type="audio"),
                FieldPanel("audio_url"),
                FieldRowPanel([FieldPanel("audio_type"), FieldPanel("audio_bytes")]),
                FieldPanel("duration"),
                FieldPanel("is_synthetic"),
                FieldPanel("is_explicit"),
            ],
            heading=_("Sound"),
        ),
        MultiFieldPanel(
            [
                HelpPanel(content=_("An episode without a transcript shuts out many readers.")),
                FieldPanel("transcript"),
                FieldPanel("transcript_url"),
                FieldPanel("chapters"),
                FieldPanel("chapters_url"),
            ],
            heading=_("Transcript and chapters"),
        ),
        FieldRowPanel([FieldPanel("season"), FieldPanel("episode"), FieldPanel("episode_type")]),
        *ResourcePage.content_panels[3:],
    ]
    override_translatable_fields = [
        *ResourcePage.override_translatable_fields,
        *(SynchronizedField(name) for name in _FACTS),
    ]
    search_fields = [*ResourcePage.search_fields, index.SearchField("transcript")]

    class Meta:
        verbose_name = _("podcast episode")
        verbose_name_plural = _("podcast episodes")

    def clean(self):
        """Refuse a transcript that is not WebVTT."""
        super().clean()
        try:
            transcripts.parse(self.transcript)
        except ValidationError as error:
            raise ValidationError({"transcript": error}) from error

    @cached_property
    def show(self):
        """Return the show that this is an episode of, as {"title", "url"}."""
        shown = navigation.section_of(self.get_url() or "", self.locale.language_code)
        if shown:
            return shown
        page = self.get_parent()
        return {"title": page.title, "url": page.get_url() or ""}

    @cached_property
    def cues(self):
        """Return the transcript's cues (see `transcripts.Cue`), in order.

        A translator's transcript is checked by nobody: where it cannot be read, there are none.
        """
        try:
            return transcripts.parse(self.transcript)
        except ValidationError:
            return []

    def search_parts(self):
        """Return what is said, paragraph by paragraph, and the documents."""
        said = tuple((int(part.start), part.text) for part in transcripts.paragraphs(self.cues))
        transcript = (SearchPart(TRANSCRIPT, said),) if said else ()
        return (*transcript, *super().search_parts())
