"""A case study: what a team met, what it did and what it learned, told for others to learn."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from resources.choices import ResourceType

from . import record, told
from .resource_page import ResourcePage

_STORY = ("context", "problem", "change", "result", "otherwise")


class CaseStudyPage(record.ImprovementRecord, told.AtFacility, ResourcePage):
    """Tells one team's experience, whatever came of it."""

    resource_type = ResourceType.CASE_STUDY.value
    story_parts = (
        *("context", "problem", "team", "aim", "causes", "measures", "change_ideas", "change"),
        *("cycles", "result", "outcome_why", "lessons", "otherwise", "costs", "sustainment"),
    )

    context = told.part(
        _("context"), _("The place of care, who works there, and what matters about it.")
    )
    problem = told.part(_("problem"), _("What was wrong, for whom, and how the team knew."))
    change = told.part(_("what was done"), _("What the team changed and tested, in which order."))
    result = told.part(_("results"), _("What happened, with the team's own numbers if it has any."))
    outcome = told.outcome(_("Leave it empty where it is too early to say."))
    otherwise = told.part(
        _("what they would do otherwise"), _("What the team would change if it began again.")
    )
    is_illustrative = models.BooleanField(
        _("illustrative"),
        default=False,
        help_text=_(
            "Made up for learning: readers are told so, and there is no facility behind it."
        ),
    )

    is_creatable = True
    parent_page_types = ["resources.LibraryPage"]
    subpage_types = []
    page_description = _("What a team met, what it did and what it learned, whether it worked.")

    content_panels = [
        *ResourcePage.content_panels[:3],
        *record.panels(
            _("Name no patient. A failure told well is worth as much."),
            first=("is_illustrative", "context", "problem"),
            last=("lessons", "otherwise", "sustainment"),
        ),
        told.AtFacility.facility_panel,
        *ResourcePage.content_panels[3:],
    ]
    override_translatable_fields = [
        *ResourcePage.override_translatable_fields,
        *(SynchronizedField(name) for name in told.FACILITY),
    ]
    search_fields = [
        *ResourcePage.search_fields,
        *(index.SearchField(name) for name in _STORY),
        *record.ImprovementRecord.record_search_fields,
    ]

    class Meta:
        verbose_name = _("case study")
        verbose_name_plural = _("case studies")

    def clean(self):
        """Refuse a facility behind a case that was made up."""
        super().clean()
        if self.is_illustrative and any(getattr(self, name) for name in told.FACILITY):
            raise ValidationError(
                {
                    "facility_name": _(
                        "An illustrative case has no facility. Remove the facility and its "
                        "place, or say that the case is real."
                    )
                }
            )

    def search_keywords(self):
        """Return terms, authors and what is public of the place."""
        return [*super().search_keywords(), self.public_facility]

    def get_search_record(self):
        """Return the record with the outcome, and whether the case was made up."""
        record = super().get_search_record()
        return replace(record, outcome=self.outcome, is_illustrative=self.is_illustrative)
