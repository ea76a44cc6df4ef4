"""A section of the library."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from core import listing
from core.models import BasePage
from resources.choices import ResourceType


class LibraryPage(BasePage):
    """Lists the resources beneath it, with filters."""

    introduction = models.TextField(
        _("introduction"), max_length=600, blank=True, help_text=_("What is kept here, for whom.")
    )
    holds = models.CharField(
        _("holds"),
        max_length=20,
        choices=ResourceType.choices,
        blank=True,
        help_text=_("The one kind of resource that is kept here. Empty: any kind."),
    )

    parent_page_types = ["home.HomePage"]
    subpage_types = [
        "resources.GuidePage",
        "resources.CaseStudyPage",
        "resources.InitiativePage",
        "resources.SynthesisPage",
    ]
    page_description = _("A section that lists resources with filters, such as all guides.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction"), FieldPanel("holds")]

    class Meta:
        verbose_name = _("library section")
        verbose_name_plural = _("library sections")

    def get_context(self, request, *args, **kwargs):
        """Return the page's context with the list that the search app makes of the section."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **listing.context_for(request, self)}

    def holds_type(self, resource_type):
        """Tell whether resources of `resource_type` may be kept here."""
        return self.holds in ("", resource_type)
