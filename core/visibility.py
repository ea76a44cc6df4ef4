"""Who may see which page: the one place to ask."""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef
from wagtail.models import Page, PageViewRestriction


def public_pages(queryset=None):
    """Return the pages of `queryset` (of all, by default) that anybody may read.

    Live, with no view restriction on the page itself or above it, and no aliases, which
    carry another language's text. One query, unlike Wagtail's own `.public()`.
    """
    pages = Page.objects.all() if queryset is None else queryset
    own_path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(path=own_path).filter(
        path__startswith=F("page__path")
    )
    return pages.filter(live=True, alias_of__isnull=True).exclude(Exists(restrictions))
