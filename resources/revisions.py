"""What editors have written of a page and readers may yet see."""

from django.db.models import Q
from wagtail.models import Revision


def pending_revisions(page):
    """Return a queryset of the page's last revision and of those that are to be published."""
    return Revision.page_revisions.filter(object_id=str(page.pk)).filter(
        Q(pk=page.latest_revision_id) | Q(approved_go_live_at__isnull=False)
    )
