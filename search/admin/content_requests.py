"""Content requests in the admin."""

from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.snippets.views.snippets import SnippetViewSet

from search.models import ContentRequest


class ContentRequestViewSet(SnippetViewSet):
    """All content requests, the newest first."""

    model = ContentRequest
    icon = "edit"
    list_display = ["__str__", "language", "state", "answered_by", "created_on"]
    list_filter = ["state", "language"]
    list_per_page = 50
    search_fields = ["question", "note"]


@require_POST
@permission_required("search.add_contentrequest", raise_exception=True)
def ask_for_content(request):
    """Make a content request of `question` in `language`, and lead back to `next`.

    What has been requested before stays as it is; what is no question makes no request.
    """
    wanted = ContentRequest(
        question=request.POST.get("question", ""), language=request.POST.get("language", "")
    )
    try:
        wanted.full_clean()
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        wanted.save()
        messages.success(request, _("Content is requested for “%s”.") % wanted.question)
    return redirect(_way_back(request))


def _way_back(request):
    address = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(address, request.get_host(), request.is_secure()):
        return address
    return reverse("search_gaps")
