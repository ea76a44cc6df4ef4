"""Asking of many pages at once whether their translation is out of date."""

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from ..models import Status, Version

OUT_OF_DATE = _("This translation is out of date.")


def is_outdated(page="pk", content_type="content_type"):
    """Return the condition that a page is an outdated translation, for a query of pages.

    In other queries, the arguments name the key of the page, and that of its content type.
    """
    versions = Version.objects.filter(object_id=OuterRef(page), content_type=OuterRef(content_type))
    return Exists(versions.filter(state__status=Status.OUTDATED))
