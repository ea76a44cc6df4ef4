"""Keeping what an editor says of a change with the revision that has it."""

from wagtail import hooks
from wagtail.models import Page

from ..models import Severity, StatedSeverity
from .change_panel import NOTE, SEVERITY


@hooks.register("before_publish_page")
@hooks.register("after_edit_page")
def keep_word(request, page):
    """Keep what was said of the revision that is being saved; nothing said keeps nothing."""
    severity = request.POST.get(SEVERITY, "")
    if severity not in {str(each.value) for each in Severity} or _is_published(page):
        return
    StatedSeverity.objects.update_or_create(
        revision_id=page.latest_revision_id,
        defaults={"severity": int(severity), "note": request.POST.get(NOTE, "")[:255]},
    )


def _is_published(page):
    """Tell whether the newest revision is what readers have, so that its word has been heard."""
    live = Page.objects.filter(pk=page.pk).values_list("live_revision", flat=True).get()
    return page.latest_revision_id in (None, live)
