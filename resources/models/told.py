"""What initiatives and case studies share: a story told in parts, and a facility."""

from functools import cache

from django.db import models
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import get_page_models

from resources.anonymity.form import FacilityForm, TracesPanel
from resources.anonymity.traces import NAME, OTHER_NAMES, PLACE
from resources.choices import Outcome

_FEATURES = ["bold", "italic", "link", "ol", "ul"]
FACILITY = (NAME, PLACE, OTHER_NAMES)


def part(label, help_text):
    """Return the field of one part of a story: short rich text that may stay empty."""
    return RichTextField(label, features=_FEATURES, blank=True, help_text=help_text)


def outcome(help_text):
    """Return the field of what came of it all."""
    return models.CharField(
        _("outcome"),
        max_length=20,
        choices=Outcome.choices,
        blank=True,
        db_index=True,
        help_text=help_text,
    )


class Told(models.Model):
    """Mixin of resources that tell what a team did; `story_parts` names the parts in order."""

    story_parts = ()

    class Meta:
        abstract = True

    @property
    def story(self):
        """Return the parts that tell something, in order, each as `story_part` has it."""
        return [part for name in self.story_parts if (part := self.story_part(name))]

    def story_part(self, name):
        """Return one part as {"id", "label", "html"}, None for one that is empty."""
        html = getattr(self, name)
        label = self._meta.get_field(name).verbose_name
        return {"id": name, "label": label, "html": html} if html else None

    def search_passages(self):
        """Return the story, then the body."""
        told = (strip_tags(part["html"]) for part in self.story if "html" in part)
        return [*told, *super().search_passages()]


@cache
def record_models():
    """Return the page models that tell what a team did."""
    return [model for model in get_page_models() if issubclass(model, Told)]


class AtFacility(models.Model):
    """Mixin of resources that happened somewhere, which readers may or may not be told."""

    facility_name = models.CharField(_("facility"), max_length=255, blank=True)
    facility_place = models.CharField(
        _("place"), max_length=255, blank=True, help_text=_("District, state or region.")
    )
    facility_other_names = models.TextField(
        _("other names of the facility"),
        max_length=1000,
        blank=True,
        help_text=_(
            "Abbreviations, names in other scripts: one on each line. Never shown, but the text of "
            "an anonymous facility is searched for them."
        ),
    )
    facility_is_anonymous = models.BooleanField(
        _("keep the facility anonymous"),
        default=False,
        help_text=_("Readers then see neither its name nor its place, here or anywhere."),
    )

    base_form_class = FacilityForm
    facility_panel = MultiFieldPanel(
        [
            *(FieldPanel(name) for name in FACILITY),
            FieldPanel("facility_is_anonymous"),
            TracesPanel(),
        ],
        heading=_("Facility"),
    )

    class Meta:
        abstract = True

    @property
    def quotes_former_texts(self):
        """Tell whether readers may see what was there before: it may have named the facility."""
        return not self.facility_is_anonymous

    @property
    def public_facility(self):
        """Return the facility and its place as readers may know them; "" where they may not."""
        if self.facility_is_anonymous:
            return ""
        return ", ".join(part for part in (self.facility_name, self.facility_place) if part)
