"""What readers can find, in rows of search's own.

A row stands for a page only while readers may see it: live, public (no view restriction on it
or above it), no alias, of a model that says what to search in it. Nothing else is ever written
here, so that nothing else can show in results, counts or suggestions. Rows in a language that
the installation does not offer are kept, and left out by every question.
"""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core import identity

from ..beginnings import MOST_BYTES


class EntryQuerySet(models.QuerySet):
    """Entries, and which of them readers may be shown now."""

    def current(self):
        """Leave out what has expired, though nobody has unpublished it yet, and languages that
        this installation does not offer.
        """
        unexpired = models.Q(expires_at=None) | models.Q(expires_at__gt=timezone.now())
        return self.filter(unexpired).exclude(language__in=identity.withheld())


class Entry(models.Model):
    """One page in one language; all translations of a resource share the number `resource`.

    `filed` has the entry's facet rows once more, {facet: [values]}, for who reads many entries.
    """

    page = models.OneToOneField(
        Page, models.CASCADE, primary_key=True, related_name="+", verbose_name=_("page")
    )
    resource = models.BigIntegerField(db_index=True)
    language = models.CharField(max_length=100)
    type = models.CharField(max_length=30)
    outcome = models.CharField(max_length=20, blank=True)
    year = models.IntegerField(null=True)
    sort_date = models.DateField(null=True)
    is_illustrative = models.BooleanField(default=False)
    expires_at = models.DateTimeField(null=True)
    filed = models.JSONField(default=dict)
    title = models.CharField(max_length=255)
    summary = models.TextField(blank=True)

    objects = EntryQuerySet.as_manager()

    def __str__(self):
        return self.title


class FacetValue(models.Model):
    """A value that entries are filed under, the same in every language."""

    name = models.CharField(max_length=20)
    value = models.CharField(max_length=100)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "value"], name="search_one_facet_value")
        ]

    def __str__(self):
        return f"{self.name}={self.value}"


class EntryFacet(models.Model):
    """That an entry is filed under a value."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="facets", db_index=False)
    facet_value = models.ForeignKey(FacetValue, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["entry", "facet_value"], name="search_entry_filed_once")
        ]

    def __str__(self):
        return f"{self.entry_id}: {self.facet_value_id}"


class EntryIdentifier(models.Model):
    """A DOI, a PMID or another key under which an entry is looked up exactly."""

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="identifiers")
    value = models.CharField(max_length=255, db_index=True)

    def __str__(self):
        return self.value


class TitleWord(models.Model):
    """An entry's title from one of its words on, as readers begin to type it.

    Bytes sort alike on every database, so that one index serves `search.suggestions` on each.
    """

    entry = models.ForeignKey(Entry, models.CASCADE, related_name="title_words")
    language = models.CharField(max_length=100)
    inside = models.BooleanField()
    beginning = models.BinaryField(max_length=MOST_BYTES)

    class Meta:
        indexes = [
            models.Index(fields=["language", "inside", "beginning"], name="search_beginnings")
        ]

    def __str__(self):
        return bytes(self.beginning).decode(errors="replace")


class EntryText(models.Model):
    """The running text of an entry, kept apart because only results that are shown need it."""

    entry = models.OneToOneField(Entry, models.CASCADE, primary_key=True, related_name="text")
    body = models.TextField()

    def __str__(self):
        return self.body[:80]
