"""The newest resources of every kind and outcome, side by side: for pages that lead to them.

A list of the newest alone would show whatever was imported last; shelves give each kind, and
what did not work beside what did, a place of its own.
"""

from dataclasses import dataclass

from django.db.models import Case, Count, Exists, F, OuterRef, Value, When, Window
from django.db.models.functions import RowNumber
from django.utils.translation import get_language
from wagtail.models import Page

from core.languages import fallback_chain
from translations.differences.outdated import is_outdated

from .labels import FacetLabels
from .models import Entry, EntryFacet
from .query import Hit, hit_of

_SHELF = ("type", "outcome")


@dataclass(frozen=True)
class Shelves:
    """The newest hits of each kind and outcome, and how many resources each has in all."""

    hits: list[Hit]
    totals: dict[tuple[str, str], int]

    def newest(self, most):
        """Return the newest `most` of all shelves."""
        return self.hits[:most]

    def of_type(self, resource_type):
        """Return the hits of one kind, whatever their outcome."""
        return [hit for hit in self.hits if hit.type == resource_type]

    def with_outcome(self, *outcomes):
        """Return the hits of these outcomes, whatever their kind; what was made up is none."""
        return [hit for hit in self.hits if hit.outcome in outcomes and not hit.is_illustrative]

    def total(self, resource_type=None):
        """Return how many resources there are of one kind, or of all."""
        return sum(
            number for (kind, _), number in self.totals.items() if resource_type in (None, kind)
        )


def stocked(most, topic=None, http_request=None, in_tree_order="") -> Shelves:
    """Return up to `most` hits a shelf for a reader of the active language.

    What is in that language comes first, the newest before the older, as in search; resources
    of the type `in_tree_order` stand in the order that editors gave them instead.
    `topic` is a topic's slug, or None for all resources; `http_request` only saves queries for
    addresses. Two queries. Raises DatabaseError where the database cannot answer.
    """
    language = get_language()
    entries = list(
        _ranked(_chosen(_public(topic), language), most, _order(language, in_tree_order))
    )
    pages = Page.objects.only("url_path").in_bulk([entry.pk for entry in entries])
    labels = FacetLabels({}, {}, language)
    return Shelves(
        hits=[
            hit_of(entry, pages[entry.pk].get_url(http_request) or "", labels)
            for entry in entries
            if entry.pk in pages
        ],
        totals={(entry.type, entry.outcome): entry.total for entry in entries},
    )


def countries_of(topic) -> list[str]:
    """Return the codes of the countries whose public resources are filed under a topic's slug."""
    rows = EntryFacet.objects.filter(
        entry__in=_public(topic).values("pk"), facet_value__name="country"
    )
    return sorted(rows.values_list("facet_value__value", flat=True).distinct())


def _public(topic):
    entries = Entry.objects.current()
    if topic is None:
        return entries
    filed = EntryFacet.objects.filter(
        entry_id=OuterRef("pk"), facet_value__name="topic", facet_value__value=topic
    )
    return entries.filter(Exists(filed))


def _chosen(entries, language):
    """Return one entry for each resource: in the reader's language or the nearest to it."""
    chain = fallback_chain(language)
    nearest = Case(
        *(When(language=code, then=Value(rank)) for rank, code in enumerate(chain)),
        default=Value(len(chain)),
    )
    choice = Window(RowNumber(), partition_by="resource", order_by=[nearest, "pk"])
    return entries.annotate(choice=choice).filter(choice=1).values("pk")


def _order(language, in_tree_order):
    own_first = Case(When(language=language, then=Value(0)), default=Value(1))
    place_in_tree = Case(When(type=in_tree_order, then=F("page__path")), default=Value(""))
    return [own_first, place_in_tree, F("sort_date").desc(nulls_last=True), F("pk").desc()]


def _ranked(chosen, most, order):
    return (
        Entry.objects.filter(pk__in=chosen)
        .annotate(
            place=Window(RowNumber(), partition_by=_SHELF, order_by=order),
            total=Window(Count("pk"), partition_by=_SHELF),
            is_outdated=is_outdated("page_id", "page__content_type"),
        )
        .filter(place__lte=most)
        .order_by(*order)
    )
