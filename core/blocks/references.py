"""The sources that a text rests on."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import ListBlock, StructBlock, TextBlock, URLBlock

from .untranslated import Untranslated


class ReferenceText(Untranslated, TextBlock):
    """A citation. Titles and names of sources stay as they are printed."""


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
