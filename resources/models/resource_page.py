"""What every resource of the library has in common."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Prefetch
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PageChooserPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core import attached
from core.blocks import BodyStreamBlock
from core.countries import CountriesField, country_name
from core.fields import PassagesField
from core.models import BasePage
from core.searchable import Searchable, SearchRecord
from resources import related, terms
from resources.blocks import AttachmentBlock, PersonBlock, RelatedPageBlock
from resources.choices import CareLevel, Caseload, Licence, PocqiStep
from resources.panels import filing_panel

from .filing import FILING, Filed, filed_under, named_rows


class ResourcePage(Searchable, BasePage):
    """The common part of guides, initiatives and the kinds that come later.

    It has a table of its own, so that one set of filing relations, one chooser and one list
    of overdue reviews serve every kind. A kind states `resource_type` and adds its fields.
    """

    resource_type = None

    summary = models.TextField(
        _("summary"),
        max_length=600,
        help_text=_(
            "Two or three sentences that say what the reader gets. Shown in lists and search."
        ),
    )
    body = PassagesField(BodyStreamBlock(), verbose_name=_("body"), blank=True)
    image = models.ForeignKey(
        "core.HubImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("Shown beneath the summary. A page is complete without one."),
    )
    care_level = models.CharField(
        _("level of care"), max_length=20, choices=CareLevel.choices, blank=True
    )
    pocqi_step = models.PositiveSmallIntegerField(
        _("POCQI step"), choices=PocqiStep.choices, null=True, blank=True
    )
    countries = CountriesField(
        _("countries"), help_text=_("Where it was done, or whom it is meant for.")
    )
    caseload = models.CharField(
        _("caseload"),
        max_length=20,
        choices=Caseload.choices,
        blank=True,
        help_text=_("Births or patients of this kind where it was done."),
    )
    contributors = PassagesField(
        [("person", PersonBlock())], verbose_name=_("authors and reviewers"), blank=True
    )
    licence = models.CharField(_("licence"), max_length=30, choices=Licence.choices, blank=True)
    source_name = models.CharField(_("source"), max_length=255, blank=True)
    source_url = models.URLField(_("address of the source"), max_length=500, blank=True)
    source_id = models.CharField(
        _("key in the source"),
        max_length=255,
        blank=True,
        db_index=True,
        help_text=_("How an import knows this resource again. Leave it as it is."),
    )
    published_on = models.DateField(_("first published"), null=True, blank=True)
    reviewed_on = models.DateField(_("last reviewed"), null=True, blank=True)
    review_due_on = models.DateField(_("review due"), null=True, blank=True, db_index=True)
    superseded_by = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("superseded by"),
    )
    withdrawn_on = models.DateField(_("withdrawn on"), null=True, blank=True)
    withdrawn_reason = models.TextField(_("why it was withdrawn"), max_length=600, blank=True)
    attachments = PassagesField(
        [("document", AttachmentBlock())], verbose_name=_("attachments"), blank=True
    )
    related = PassagesField(
        [("resource", RelatedPageBlock())], verbose_name=_("read next"), blank=True
    )

    is_creatable = False
    parent_page_types = ["resources.LibraryPage"]
    subpage_types = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("summary"),
        FieldPanel("image"),
        FieldPanel("body"),
        FieldPanel("attachments"),
        FieldPanel("related"),
    ]
    filing_panels = [
        filing_panel("topics", _("Topics"), _("topic")),
        filing_panel("settings", _("Care settings"), _("care setting")),
        filing_panel("audiences", _("For whom"), _("audience")),
        filing_panel("methods", _("QI methods"), _("Methods")),
        FieldRowPanel([FieldPanel("care_level"), FieldPanel("pocqi_step")]),
        FieldPanel("countries"),
        MultiFieldPanel(
            [
                filing_panel("team_roles", _("Team"), _("team role")),
                filing_panel("equipment", _("Equipment"), _("equipment")),
                FieldPanel("caseload"),
            ],
            heading=_("What it takes"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("contributors"),
                FieldPanel("licence"),
                FieldPanel("source_name"),
                FieldPanel("source_url"),
                FieldPanel("source_id"),
            ],
            heading=_("Origin"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("published_on"), FieldPanel("reviewed_on")]),
                FieldPanel("review_due_on"),
                PageChooserPanel("superseded_by", "resources.ResourcePage"),
                FieldPanel("withdrawn_on"),
                FieldPanel("withdrawn_reason"),
            ],
            heading=_("Review and withdrawal"),
        ),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(
            SynchronizedField(name)
            for name in ("contributors", "attachments", "related", "source_name", "source_id")
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("resource")
        verbose_name_plural = _("resources")

    @classmethod
    def can_exist_under(cls, parent):
        """Tell whether this kind may stand in a section, made or moved: it may hold one kind."""
        if not super().can_exist_under(parent):
            return False
        holds = getattr(parent.specific, "holds_type", None)
        return holds is None or holds(cls.resource_type)

    def clean(self):
        """Refuse dates out of order, a resource that supersedes itself, a silent withdrawal."""
        super().clean()
        errors = {}
        if self.reviewed_on and self.review_due_on and self.review_due_on <= self.reviewed_on:
            errors["review_due_on"] = _("The next review must come after the last one.")
        if self.withdrawn_on and not self.withdrawn_reason.strip():
            errors["withdrawn_reason"] = _("Tell readers why this was withdrawn.")
        if self.superseded_by_id and self.superseded_by_id == self.pk:
            errors["superseded_by"] = _("A resource cannot supersede itself.")
        if errors:
            raise ValidationError(errors)

    @property
    def passages(self):
        """Return the body's passages in order, each with its anchor ("" for none)."""
        return self.body.stream_block.anchored(self.body)

    @property
    def headings(self):
        """Return the table of contents, a list of {"id", "text"}."""
        return self.body.stream_block.headings(self.body)

    @cached_property
    def terms(self):
        """Return what this is filed under, in the reader's language (see `terms.terms_of`)."""
        return terms.terms_of(self, _reader_language(self))

    @property
    def country_names(self):
        """Return the names of its countries in the reader's language."""
        return [country_name(code) for code in self.countries]

    @property
    def review_is_overdue(self):
        """Tell whether the day of the next review has passed."""
        return bool(self.review_due_on and self.review_due_on < timezone.localdate())

    @cached_property
    def superseding_page(self):
        """Return the live page that replaces this one, in the nearest language, or None."""
        if not self.superseded_by_id:
            return None
        return next(iter(related.readable([self.superseded_by_id], _reader_language(self))), None)

    @cached_property
    def related_pages(self):
        """Return the live resources to read next, each in the nearest language."""
        chosen = [child["value"] for child in self.related.raw_data]
        return related.readable(chosen, _reader_language(self))

    @property
    def issued_on(self):
        """Return the day that the resource was first published, here or elsewhere, or None."""
        first = self.first_published_at
        return self.published_on or (first and first.date())

    @property
    def downloads(self):
        """Return the attached documents that still exist."""
        return [child.value for child in self.attachments if child.value]

    @classmethod
    def for_search_index(cls, queryset):
        """Return `queryset` with the filing of its resources prefetched."""
        filing = (
            Prefetch(name, named_rows(relation, model).select_related("term"))
            for name, (relation, model, _facet) in FILING.items()
        )
        return queryset.select_related("locale").prefetch_related(*filing)

    @classmethod
    def read_for_search(cls, queryset):
        """Return the pages of `queryset`, with no object for each row of their filing."""
        pages = list(queryset.select_related("locale"))
        filed = filed_under([page.pk for page in pages])
        for page in pages:
            page._filed = filed[page.pk]
        return pages

    def get_search_record(self):
        """Return this resource's `SearchRecord`: its published words and facts."""
        return SearchRecord(
            type=self.resource_type,
            title=self.title,
            summary=self.summary,
            keywords=" ".join(self.search_keywords()),
            body="\n".join(self.search_passages()),
            identifiers=tuple(value for value in self.identifiers() if value),
            year=self.published_on.year if self.published_on else None,
            sort_date=self.issued_on,
            facets=self._facets(),
            parts=self.search_parts(),
        )

    def search_keywords(self):
        """Return words that describe the resource: its terms, its authors."""
        named = [term.name for terms in self._filed.values() for term in terms]
        people = [child.value["name"] for child in self.contributors]
        return [*named, *people]

    def search_passages(self):
        """Return the running text of the resource, passage by passage, without markup."""
        return [strip_tags(self.body.stream_block.plain_text(self.body))]

    def search_parts(self):
        """Return what belongs to the resource and stands elsewhere: the attached documents."""
        return attached.parts_of([child["value"] for child in self.attachments.raw_data])

    def identifiers(self):
        """Return the keys under which others know this resource; empty ones may be among them."""
        return [self.source_id]

    @cached_property
    def _filed(self):
        return {
            name: [
                Filed(row.term.slug, getattr(row, "local_name", None) or row.term.name)
                for row in getattr(self, name).all()
            ]
            for name in FILING
        }

    def _facets(self):
        facets = {
            facet: tuple(term.slug for term in self._filed[name])
            for name, (_relation, _model, facet) in FILING.items()
        }
        return {
            **facets,
            "country": tuple(self.countries),
            "level": (self.care_level,),
            "caseload": (self.caseload,),
        }


def _reader_language(page):
    return get_language() or page.locale.language_code
