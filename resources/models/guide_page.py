"""A guide: how to do something."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from resources.choices import ResourceType

from .resource_page import ResourcePage


class GuidePage(ResourcePage):
    """Explains a step, a tool or a practice, for use at the place of care."""

    resource_type = ResourceType.GUIDE.value

    you_need = models.TextField(
        _("what you need"),
        max_length=600,
        blank=True,
        help_text=_("People, time and things that the reader should have at hand."),
    )

    is_creatable = True
    parent_page_types = ["resources.LibraryPage"]
    subpage_types = []
    page_description = _("Explains how to do something: a step, a tool, a clinical practice.")

    content_panels = [
        *ResourcePage.content_panels[:3],
        FieldPanel("you_need"),
        *ResourcePage.content_panels[3:],
    ]

    class Meta:
        verbose_name = _("guide")
        verbose_name_plural = _("guides")

    def search_passages(self):
        """Return the running text, what the reader needs first."""
        return [self.you_need, *super().search_passages()]
