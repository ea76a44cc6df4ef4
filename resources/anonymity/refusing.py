"""An answer for publications that were refused on their way past the editing form."""

from django.contrib import messages
from django.shortcuts import redirect

from .keeping import NamesFacility


class RefusalMiddleware:
    """Leads an editor back to the page that names an anonymous facility, and says where it does.

    Such are approvals, bulk actions, translations that are published from their own form.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        """Pass the request on: a refusal comes as an exception of the view."""
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Return the way back, or None for any other exception."""
        if not isinstance(exception, NamesFacility):
            return None
        messages.error(request, " ".join(exception.messages))
        return redirect("wagtailadmin_pages:edit", exception.page.pk)
