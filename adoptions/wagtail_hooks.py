"""Reports of readers in the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from .admin import AdoptionViewSet, WaitingItem

register_snippet(AdoptionViewSet)


@hooks.register("construct_homepage_summary_items")
def waiting_reports(request, items):
    """Tell moderators, where they begin, how many reports wait."""
    items.append(WaitingItem(request))
