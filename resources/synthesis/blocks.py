"""Blocks of a synthesis: what several records changed alike."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, PageChooserBlock, StructBlock

RECORD_TYPES = ("resources.InitiativePage", "resources.CaseStudyPage")


class CommonChangeBlock(StructBlock):
    """A change in an editor's words, and the records whose teams made it.

    Records word their changes in as many ways as languages; only a person can tell that two of
    them are the same.
    """

    change = CharBlock(label=_("Change"), max_length=255)
    records = ListBlock(
        PageChooserBlock(page_type=RECORD_TYPES), label=_("Records"), min_num=1, default=[]
    )

    class Meta:
        icon = "pick"
        label = _("Change")


def records_of(changes) -> dict[str, list[int]]:
    """Return {key of a block: keys of the pages of its records} of a stream, without a query."""
    return {
        each["id"]: [item["value"] for item in each["value"]["records"] if item["value"]]
        for each in changes.raw_data
    }
