"""A sequence of things to do."""

from django.utils.translation import gettext_lazy as _
from wagtail.blocks import CharBlock, ListBlock, RichTextBlock, StructBlock


class StepBlock(StructBlock):
    """One thing to do."""

    title = CharBlock(label=_("What to do"), max_length=200)
    text = RichTextBlock(
        label=_("How"), required=False, features=["bold", "italic", "link", "ol", "ul"]
    )

    class Meta:
        icon = "arrow-right"
        label = _("Step")


class StepsBlock(ListBlock):
    """Numbered steps, to be done in their order."""

    def __init__(self, **kwargs):
        super().__init__(StepBlock(), min_num=1, **kwargs)

    class Meta:
        icon = "list-ol"
        label = _("Steps")
        description = _("Numbered steps that the reader follows in order.")
        template = "blocks/steps.html"
        preview_value = [
            {"title": "Form a team", "text": "<p>Ask those who do the work.</p>"},
            {"title": "Write the aim", "text": "<p>Say what, for whom, how much, by when.</p>"},
        ]
