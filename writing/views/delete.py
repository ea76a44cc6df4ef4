"""Deleting a draft."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from writing.access import draft_for, led_by
from writing.deleting import check, stays_in_library
from writing.deleting import delete as delete_draft

from .frame import confirm, signed_in
from .start import forget


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def delete(request, key):
    """Ask once more, then delete; raises PermissionDenied for whoever does not lead the team."""
    draft = draft_for(request.user, key)
    if draft.pk not in led_by(request.user, [draft]):
        raise PermissionDenied
    try:
        if request.method == "POST":
            delete_draft(draft, request.user)
            forget(request, key)
            return redirect("writing")
        check(draft)
    except ValidationError as error:
        return confirm(request, draft, _("Delete"), problem=error.message)
    told = [_("Everything that was written here is deleted for good.")]
    if stays_in_library(draft):
        told.append(_("What was published stays in the library."))
    return confirm(request, draft, _("Delete"), told, reverse("writing"))
