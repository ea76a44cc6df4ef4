"""A passage that stands out."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ChoiceBlock, RichTextBlock, StructBlock


class CalloutBlock(StructBlock):
    """A note, a tip, or a warning about safety."""

    kind = ChoiceBlock(
        label=_("Kind"),
        choices=[("note", _("Note")), ("tip", _("Tip")), ("warning", _("Warning"))],
        default="note",
        search_index=False,
    )
    title = CharBlock(label=_("Title"), max_length=120, required=False)
    text = RichTextBlock(label=_("Text"), features=["bold", "italic", "link", "ol", "ul"])

    class Meta:
        icon = "warning"
        label = _("Callout")
        description = _("A note, a tip or a safety warning that stands out from the text.")
        template = "blocks/callout.html"
        preview_value = {
            "kind": "tip",
            "title": "Start small",
            "text": "<p>One shift, one nurse, one mother is a test.</p>",
        }
