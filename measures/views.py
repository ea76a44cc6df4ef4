"""Points from an editor's file, for the form that the editor fills in."""

from http import HTTPStatus

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.views.decorators.http import require_POST
from wagtail.permissions import page_permission_policy

from .files import LARGEST_FILE, read_file
from .reading import as_text


@require_POST
def read_points(request):
    """Answer with the points of the uploaded `file` as {"text"}, or with {"errors"}.

    Nothing is kept: what the editor saves is the form. Only who may write pages is answered.
    """
    if not page_permission_policy.user_has_any_permission(request.user, {"add", "change"}):
        raise PermissionDenied
    if "file" not in request.FILES:
        return JsonResponse({"errors": []}, status=HTTPStatus.BAD_REQUEST)
    try:
        # One byte more than is allowed tells that the file is too large.
        rows = read_file(request.FILES["file"].read(LARGEST_FILE + 1))
    except ValidationError as error:
        return JsonResponse({"errors": error.messages})
    return JsonResponse({"text": as_text(rows)})
