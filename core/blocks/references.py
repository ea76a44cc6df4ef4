"""The sources that a text rests on."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, StructBlock, TextBlock, URLBlock


class ReferenceText(TextBlock):
    """A citation. It keeps its own language in every translation."""

    def get_translatable_segments(self, value):
        """Return nothing to translate: titles and names of sources stay as they are printed."""
        return []

    def restore_translated_segments(self, value, segments):
        """Return the citation unchanged."""
        return value


class ReferenceBlock(StructBlock):
    """One source."""

    text = ReferenceText(label=_("Citation"), rows=2)
    url = URLBlock(label=_("Address"), required=False, help_text=_("A DOI as https://doi.org/…"))

    class Meta:
        icon = "link-external"
        label = _("Reference")


class ReferencesBlock(ListBlock):
    """A numbered list of sources."""

    def __init__(self, **kwargs):
        super().__init__(ReferenceBlock(), min_num=1, **kwargs)

    class Meta:
        icon = "openquote"
        label = _("References")
        description = _("The sources that the text rests on, numbered.")
        template = "blocks/references.html"
        preview_value = [
            {
                "text": "Ogrinc G, Davies L, Goodman D, et al. SQUIRE 2.0. BMJ Qual Saf 2016.",
                "url": "https://doi.org/10.1136/bmjqs-2015-004411",
            }
        ]
