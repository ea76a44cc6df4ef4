"""What an installation is called, how it looks and which languages it offers."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.forms import CheckboxSelectMultiple, MultipleChoiceField
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting
from wagtail.images.models import SourceImageIOError
from wagtail.models import PreviewableMixin, Site

from core import identity
from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE

from .images import HubImage

_COLOUR = RegexValidator(
    r"^#(?:[0-9a-fA-F]{3}){1,2}\Z",
    _("Write the colour as # and six digits from 0 to 9 and a to f, such as #0a4a48."),
)


def other_languages():
    """Return the content languages but the source language, as (code, name) pairs."""
    return [
        (language.code, f"{language.name} ({language.english_name})")
        for language in CONTENT_LANGUAGES
        if language.code != SOURCE_LANGUAGE
    ]


class _LanguagesChoice(MultipleChoiceField):
    """Boxes to tick for every language but the source language; all of them ticked for None."""

    widget = CheckboxSelectMultiple

    def prepare_value(self, value):
        """Return the codes to show as ticked."""
        return [code for code, _name in other_languages()] if value is None else value

    def clean(self, value):
        """Return the codes ticked, or None for all; raises ValidationError for unknown ones."""
        chosen = super().clean(value)
        return None if len(chosen) == len(other_languages()) else chosen


class OfferedLanguagesField(models.JSONField):
    """A list of language codes beside the source language's; None stands for all there are."""

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("null", True)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def formfield(self, **kwargs):
        """Return boxes to tick. All of them ticked is kept as None, so that a later one joins."""
        return _LanguagesChoice(
            choices=other_languages,
            required=False,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
        )


@register_setting(icon="sliders")
class SiteIdentity(PreviewableMixin, ClusterableModel, BaseGenericSetting):
    """The identity of an installation. Whatever is left empty is as the hub comes."""

    name = models.CharField(
        _("name"),
        max_length=60,
        blank=True,
        help_text=_("What readers call this hub: in the head of every page, feeds and citations."),
    )
    footer_note = models.CharField(
        _("note in the footer"),
        max_length=200,
        blank=True,
        help_text=_("Who runs the hub, for example. It stands at the foot of every page."),
    )
    logo = models.ForeignKey(
        HubImage,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("It stands on white beside the name, 40 pixels high or 160 wide at most."),
    )
    main_colour = models.CharField(
        _("main colour"),
        max_length=7,
        blank=True,
        validators=[_COLOUR],
        help_text=_(
            "For the head of every page, links and buttons, such as #0a4a48. A colour too light "
            "for white text is darkened; other shades, those for dark screens too, are made "
            "from it."
        ),
    )
    accent_colour = models.CharField(
        _("accent"),
        max_length=7,
        blank=True,
        validators=[_COLOUR],
        help_text=_("For what should stand out, such as #eba42f. Too dark a one is lightened."),
    )
    languages = OfferedLanguagesField(
        _("languages"),
        help_text=_(
            "Those that readers are offered; English always is. Pages in other languages are kept "
            "and can be prepared, but nobody is shown them. All ticked: languages that a later "
            "version brings are offered too."
        ),
    )

    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldPanel("footer_note"),
                    InlinePanel("wordings", heading=_("In other languages"), label=_("language")),
                ],
                heading=_("Name"),
            ),
            ObjectList(
                [
                    FieldPanel("logo"),
                    MultiFieldPanel(
                        [FieldPanel("main_colour"), FieldPanel("accent_colour")],
                        heading=_("Colours"),
                    ),
                ],
                heading=_("Look"),
            ),
            ObjectList([FieldPanel("languages")], heading=_("Languages")),
        ]
    )

    class Meta:
        verbose_name = _("name, look and languages")
        verbose_name_plural = _("name, look and languages")

    def clean(self):
        """Make the logo's sizes; raises ValidationError where its file cannot be read."""
        super().clean()
        try:
            identity.logo_of(self.logo)
        except SourceImageIOError as error:
            raise ValidationError(
                {"logo": _("The file of this picture is gone. Choose another one.")}
            ) from error

    def get_full_url(self):
        """Return the address that a preview pretends to be at."""
        return f"{settings.SITE_URL}/{SOURCE_LANGUAGE}/"

    def serve_preview(self, request, mode_name):
        """Return the home page as it would look, rendered."""
        home = Site.objects.get(is_default_site=True).root_page.specific
        with identity.standing_in(self):
            return home.serve_preview(request, mode_name).render()


class IdentityWording(models.Model):
    """The name and the note in one more language."""

    identity = ParentalKey(SiteIdentity, on_delete=models.CASCADE, related_name="wordings")
    language = models.CharField(_("language"), max_length=10, choices=other_languages)
    name = models.CharField(_("name"), max_length=60, blank=True)
    footer_note = models.CharField(_("note in the footer"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        constraints = [
            models.UniqueConstraint(
                fields=["identity", "language"],
                name="core_one_wording_a_language",
                violation_error_message=_("Each language once."),
            )
        ]

    def __str__(self):
        return f"{self.language}: {self.name}"
