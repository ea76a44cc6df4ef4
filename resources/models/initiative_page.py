"""A published improvement initiative: what a team tried, and what came of it."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.languages import SOURCE_LANGUAGE
from resources.anonymity.form import FacilityForm
from resources.choices import ResourceType
from resources.identifiers import normalise_doi, validate_doi, validate_pmcid, validate_pmid

from . import record, told
from .resource_page import ResourcePage

_RECORD = ("journal", "volume", "issue", "pages", "doi", "pmid", "pmcid")
_STORY = ("problem", "aim", "change", "result", "translational_potential")


class InitiativeForm(FacilityForm):
    """The form of an initiative: one paper is told once in each language."""

    def clean_doi(self):
        """Return the DOI in its one way. Raises ValidationError where another page has it.

        A page that has it from before, as a copy does, may be put right in everything else.
        """
        doi = normalise_doi(self.cleaned_data["doi"])
        if not doi or doi == self.initial.get("doi"):
            return doi
        others = InitiativePage.objects.filter(
            doi=doi, locale_id=self.instance.locale_id, alias_of=None
        )
        other = others.exclude(translation_key=self.instance.translation_key).first()
        if other:
            raise ValidationError(
                _("“%(title)s” has this DOI already."), params={"title": self._name_of(other)}
            )
        return doi

    def _name_of(self, other):
        """Return a page's title for those who may see its drafts, else what kind of page it is."""
        may_see = other.permissions_for_user(self.for_user).can_edit()
        return other.draft_title if may_see else other.get_verbose_name()


class InitiativePage(record.ImprovementRecord, told.AtFacility, ResourcePage):
    """A published QI initiative: its bibliographic record, what was done and what happened."""

    resource_type = ResourceType.INITIATIVE.value
    story_parts = (
        *("problem", "team", "aim", "causes", "measures", "change_ideas", "change", "cycles"),
        *("result", "outcome_why", "lessons", "costs", "sustainment", "translational_potential"),
    )

    journal = models.CharField(_("journal"), max_length=255, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1900), MaxValueValidator(2100)],
    )
    volume = models.CharField(_("volume"), max_length=40, blank=True)
    issue = models.CharField(_("issue"), max_length=40, blank=True)
    pages = models.CharField(_("pages or article number"), max_length=60, blank=True)
    doi = models.CharField(
        _("DOI"), max_length=255, blank=True, db_index=True, validators=[validate_doi]
    )
    pmid = models.CharField(_("PMID"), max_length=8, blank=True, validators=[validate_pmid])
    pmcid = models.CharField(_("PMCID"), max_length=12, blank=True, validators=[validate_pmcid])
    keywords = models.TextField(
        _("keywords"), blank=True, help_text=_("As printed, with semicolons between them.")
    )
    problem = told.part(_("problem"), _("What was wrong, for whom, and how the team knew."))
    aim = told.part(_("aim"), _("What, for whom, how much, by when."))
    change = told.part(_("change"), _("What the team changed and tested."))
    result = told.part(_("result"), _("What happened, with the numbers that were reported."))
    outcome = told.outcome(_("Leave it empty where the source does not say."))
    translational_potential = told.part(
        _("translational potential"), _("Where else this could work, and what it would take.")
    )

    base_form_class = InitiativeForm
    is_creatable = True
    parent_page_types = ["resources.LibraryPage"]
    subpage_types = []
    page_description = _("A published improvement initiative, whether it worked or not.")

    content_panels = [
        *ResourcePage.content_panels[:3],
        *record.panels(
            _("Give only what the source says. A failure is worth as much."),
            first=("problem", "aim"),
            last=("lessons", "sustainment", "translational_potential"),
        ),
        told.AtFacility.facility_panel,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("journal"), FieldPanel("year")]),
                FieldRowPanel([FieldPanel("volume"), FieldPanel("issue"), FieldPanel("pages")]),
                FieldRowPanel([FieldPanel("doi"), FieldPanel("pmid"), FieldPanel("pmcid")]),
                FieldPanel("keywords"),
            ],
            heading=_("Bibliographic record"),
        ),
        *ResourcePage.content_panels[3:],
    ]
    override_translatable_fields = [
        *ResourcePage.override_translatable_fields,
        *(SynchronizedField(name) for name in (*_RECORD, *told.FACILITY, "keywords")),
    ]
    search_fields = [
        *ResourcePage.search_fields,
        index.SearchField("doi"),
        *(index.SearchField(name) for name in _STORY),
        *record.ImprovementRecord.record_search_fields,
    ]

    class Meta:
        verbose_name = _("improvement initiative")
        verbose_name_plural = _("improvement initiatives")

    def full_clean(self, *args, **kwargs):
        """Write the DOI in its one way before it is checked."""
        self.doi = normalise_doi(self.doi)
        super().full_clean(*args, **kwargs)

    @property
    def cited_title(self):
        """Return the title as printed: the source page's, for a paper is cited untranslated."""
        if self.locale.language_code == SOURCE_LANGUAGE:
            return self.title
        source = Page.objects.filter(
            translation_key=self.translation_key, locale__language_code=SOURCE_LANGUAGE
        )
        return source.values_list("title", flat=True).first() or self.title

    def search_keywords(self):
        """Return terms, authors, printed keywords, the journal and what is public of the place."""
        return [*super().search_keywords(), self.keywords, self.journal, self.public_facility]

    def identifiers(self):
        """Return DOI, PMID and PMCID besides the key in the source."""
        return [self.doi, self.pmid, self.pmcid, *super().identifiers()]

    def get_search_record(self):
        """Return the record with the outcome and the year of publication."""
        record = super().get_search_record()
        return replace(record, outcome=self.outcome, year=self.year or record.year)
