"""Small blocks of a resource's record: who made it, what comes with it, what it leads to."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, PageChooserBlock, StructBlock
from wagtail.documents.blocks import DocumentChooserBlock


class PersonBlock(StructBlock):
    """Somebody, or a group, that made or reviewed a resource."""

    name = CharBlock(label=_("Name"), max_length=200)
    role = CharBlock(
        label=_("Role"), max_length=100, required=False, help_text=_("Such as author or reviewer.")
    )
    affiliation = CharBlock(label=_("Affiliation"), max_length=255, required=False)

    class Meta:
        icon = "user"
        label = _("Person or group")


class AttachmentBlock(DocumentChooserBlock):
    """A document to download."""

    class Meta:
        icon = "doc-full"
        label = _("Document")


class RelatedPageBlock(PageChooserBlock):
    """Another resource worth reading next; readers get it in their language where it exists."""

    def __init__(self, **kwargs):
        super().__init__(page_type="resources.ResourcePage", **kwargs)

    class Meta:
        icon = "link"
        label = _("Resource")
