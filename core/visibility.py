"""Who may see which page, and which document: the one place to ask."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.utils import timezone
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction

from core import identity


def not_expired():
    """Return the condition that a page has not expired, be it unpublished yet or not."""
    return Q(expire_at=None) | Q(expire_at__gt=timezone.now())


def public_pages(queryset=None):
    """Return the pages of `queryset` (of all, by default) that anybody may read.

    They are `open_pages` in a language that this installation offers.
    """
    pages = open_pages(queryset)
    withheld = identity.withheld()
    return pages.exclude(locale__language_code__in=withheld) if withheld else pages


def open_pages(queryset=None):
    """Return the pages of `queryset` that anybody may read as soon as their language is offered.

    Live and not expired, with no view restriction on the page itself or above it, and no
    aliases, which carry another language's text. One query, unlike Wagtail's own `.public()`.
    """
    pages = Page.objects.all() if queryset is None else queryset
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    # By a subquery and not by a join: SQLite would go through all pages for each page otherwise.
    restricted_path = Page.objects.filter(pk=OuterRef("page_id")).values("path")[:1]
    restrictions = PageViewRestriction.objects.annotate(
        path=own_path, restricted_path=Subquery(restricted_path)
    ).filter(path__startswith=F("restricted_path"))
    open_to_all = pages.filter(not_expired(), live=True, alias_of__isnull=True)
    return open_to_all.exclude(Exists(restrictions))


def open_documents(documents):
    """Return those of a queryset of documents that anybody may download.

    No view restriction stands on their collection or on one above it.
    """
    own_path = ExpressionWrapper(OuterRef("collection__path"), output_field=CharField())
    restrictions = CollectionViewRestriction.objects.annotate(path=own_path).filter(
        path__startswith=F("collection__path")
    )
    return documents.exclude(Exists(restrictions))
