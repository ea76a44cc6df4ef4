"""The pages that files are made of as they are asked for: those that anybody may read."""

from django.shortcuts import get_object_or_404
from django.utils.translation import get_language

from core.visibility import public_pages
from resources.models import ResourcePage


def pages_here(model):
    """Return a queryset of the pages of a model that anybody may read in the address's language."""
    return public_pages(model.objects.filter(locale__language_code=get_language()))


def page_here(pk):
    """Return the resource of a key, as its own model; raises Http404 where readers see none."""
    return get_object_or_404(pages_here(ResourcePage).select_related("locale"), pk=pk).specific


def last_change(request, pk, **asked):
    """Return when what an address names was published last, None where readers see nothing."""
    pages = pages_here(ResourcePage).filter(pk=pk)
    return pages.values_list("last_published_at", flat=True).first()
