"""A synthesis: what the records on one topic say together, and how certain that is."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, MultiFieldPanel
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from core.fields import PassagesField
from core.languages import SOURCE_LANGUAGE
from core.visibility import public_pages
from resources.anonymity.keeping import NamesFacility
from resources.choices import Certainty, ResourceType
from resources.synthesis import judgement
from resources.synthesis.blocks import CommonChangeBlock, records_of
from resources.synthesis.form import SynthesisForm
from resources.synthesis.naming import fields_that_name
from resources.synthesis.together import Synthesis

from .resource_page import ResourcePage

_GRADED = ("certainty", "certainty_by", "certainty_on")


class SynthesisPage(ResourcePage):
    """Puts together the live records that are filed under all of its topics.

    Only the words and the grade are kept here; records are counted whenever somebody reads it.
    """

    resource_type = ResourceType.SYNTHESIS.value

    changes = PassagesField(
        [("change", CommonChangeBlock())],
        verbose_name=_("common changes"),
        blank=True,
        help_text=_("What several records changed alike, in words of your own."),
    )
    certainty = models.CharField(
        _("certainty of the evidence"), max_length=10, choices=Certainty.choices, blank=True
    )
    certainty_reason = models.TextField(
        _("reason"),
        max_length=1200,
        blank=True,
        help_text=_("Only what the records state: how many, how they measured, what is missing."),
    )
    certainty_by = models.CharField(_("judged by"), max_length=255, blank=True)
    certainty_on = models.DateField(
        _("judged on"),
        null=True,
        blank=True,
        help_text=_("Change the day when you have read the records again."),
    )
    # {"of": grade and day, "records": what `judgement.of` said of the records then}
    judged = models.JSONField(default=dict, editable=False)

    base_form_class = SynthesisForm
    is_creatable = True
    parent_page_types = ["resources.LibraryPage"]
    subpage_types = []
    page_description = _("What the records on one topic say together, kept true as they change.")

    content_panels = [
        *ResourcePage.content_panels[:3],
        HelpPanel(content=_("It counts the records that are filed under all of its topics.")),
        FieldPanel("changes"),
        MultiFieldPanel(
            [
                FieldPanel("certainty"),
                FieldPanel("certainty_reason"),
                FieldRowPanel([FieldPanel("certainty_by"), FieldPanel("certainty_on")]),
            ],
            heading=_("Certainty (GRADE)"),
        ),
        *ResourcePage.content_panels[3:],
    ]
    override_translatable_fields = [
        *ResourcePage.override_translatable_fields,
        *(SynchronizedField(name, overridable=False) for name in (*_GRADED, "judged")),
    ]
    search_fields = [
        *ResourcePage.search_fields,
        index.SearchField("changes"),
        index.SearchField("certainty_reason"),
    ]

    class Meta:
        verbose_name = _("synthesis")
        verbose_name_plural = _("syntheses")

    def clean(self):
        """Refuse a grade without its reason, its judge and its day."""
        super().clean()
        told = ("certainty_reason", "certainty_by", "certainty_on")
        if self.certainty and (silent := [name for name in told if not getattr(self, name)]):
            raise ValidationError(
                {name: _("Say why, by whom and when it was judged.") for name in silent}
            )

    def save(self, *args, update_fields=None, **kwargs):
        """Keep out of readers' sight what names an anonymous facility, whoever publishes it."""
        if self.live and update_fields is None:
            fields = fields_that_name(self, self.slugs_of_topics)
            if fields:
                raise NamesFacility(self, fields)
        super().save(*args, update_fields=update_fields, **kwargs)

    def save_revision(self, *args, **kwargs):
        """Keep what was judged, anew whenever the grade or its day is another one."""
        grade = f"{self.certainty} {self.certainty_on or ''}"
        if self.judged.get("of") != grade:
            counted = Synthesis(self.slugs_of_topics, SOURCE_LANGUAGE).counted
            self.judged = {"of": grade, "records": judgement.of(counted)}
        return super().save_revision(*args, **kwargs)

    @cached_property
    def source_page(self):
        """Return the page in the source language, if all may read it, else this one.

        What is counted and how it was graded is the same in every language at once.
        """
        if self.locale.language_code == SOURCE_LANGUAGE:
            return self
        pages = SynthesisPage.objects.filter(
            translation_key=self.translation_key, locale__language_code=SOURCE_LANGUAGE
        )
        return public_pages(pages).only("changes", "judged", *_GRADED).first() or self

    @property
    def slugs_of_topics(self):
        """Return the slugs of the topics whose records are counted, as the source has them."""
        return [row.term.slug for row in self.source_page.topics.select_related("term")]

    @cached_property
    def together(self):
        """Return the `Synthesis` of the records as they are now, for the reader's language."""
        language = get_language() or self.locale.language_code
        judged = self.source_page.judged.get("records") if self.source_page.certainty else None
        return Synthesis(self.slugs_of_topics, language, self._groups(), judged)

    @property
    def story(self):
        """Return the parts of the page for its table of contents, as {"id", "label"}."""
        together = self.together
        parts = (
            ("outcomes", _("What was tried, and what came of it"), together.counted),
            ("changes", _("What they changed"), together.changes),
            ("effects", _("Effects, as reported"), together.counted),
            ("certainty", _("How certain this is"), self.source_page.certainty),
        )
        return [{"id": name, "label": label} for name, label, is_there in parts if is_there]

    def search_passages(self):
        """Return the changes in their words and the reason of the grade, then the body."""
        changes = [child.value["change"] for child in self.changes]
        return [*changes, self.certainty_reason, *super().search_passages()]

    def _groups(self):
        """Return (change, keys of pages) for each group, the records as the source has them."""
        records = records_of(self.source_page.changes)
        return [(child.value["change"], records.get(child.id, [])) for child in self.changes]
