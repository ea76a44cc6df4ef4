"""The home page of a language."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail_localize.fields import BaseTranslatableField

from core.models import BasePage
from home import contents


class HomePage(BasePage):
    """Leads to the sections, the topics and what is new. One for each language."""

    introduction = models.TextField(
        _("introduction"),
        max_length=600,
        blank=True,
        help_text=_("What the hub is, for somebody who sees it for the first time."),
    )

    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["resources.LibraryPage", "resources.PodcastPage"]
    page_description = _("The first page of a language. Sections of the library stand beneath it.")

    content_panels = [*BasePage.content_panels, FieldPanel("introduction")]
    # Home pages of all languages are siblings, so each has a slug of its own; no address
    # shows it.
    override_translatable_fields = [BaseTranslatableField("slug")]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @classmethod
    def can_create_at(cls, parent):
        """Allow a first home page; those of other languages come from translating it."""
        return super().can_create_at(parent) and not cls.objects.exists()

    def get_context(self, request, *args, **kwargs):
        """Return the page's context with its sections, its topics and the newest resources."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **contents.of_home(self, request)}
