"""Small blocks of a resource's record: who made it, what comes with it, what it leads to."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    PageChooserBlock,
    RegexBlock,
    StructBlock,
    StructValue,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock

_MOMENT = r"^(?:\d{1,2}:[0-5]?\d|\d{1,3}):[0-5]\d$"

# Roles are free text; these readers get in their language.
_ROLES = {"author": _("author")}


class PersonValue(StructValue):
    """Somebody, or a group, and what they did."""

    @property
    def role_for_readers(self):
        """Return the role in the active language where it is known, else as it was written."""
        role = self.get("role") or ""
        return _ROLES.get(role.casefold(), role)


class PersonBlock(StructBlock):
    """Somebody, or a group, that made or reviewed a resource."""

    name = CharBlock(label=_("Name"), max_length=200)
    role = CharBlock(
        label=_("Role"), max_length=100, required=False, help_text=_("Such as author or reviewer.")
    )
    affiliation = CharBlock(label=_("Affiliation"), max_length=255, required=False)

    class Meta:
        icon = "user"
        value_class = PersonValue
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


class TimeBlock(RegexBlock):
    """A moment of a recording, written as 1:05 or 1:02:05; its value is that text."""

    def __init__(self, **kwargs):
        super().__init__(
            regex=_MOMENT,
            error_messages={"invalid": _("Write minutes and seconds, such as 4:05 or 1:02:05.")},
            **kwargs,
        )


class ChapterBlock(StructBlock):
    """A part of an episode that a listener may go to."""

    start = TimeBlock(label=_("Begins at"))
    title = CharBlock(label=_("Title"), max_length=200)
    url = URLBlock(label=_("Link"), required=False)

    class Meta:
        icon = "list-ol"
        label = _("Chapter")
