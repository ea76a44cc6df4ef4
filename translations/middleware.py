"""The language of a request."""

from django.http import Http404
from django.middleware.locale import LocaleMiddleware
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language, get_language_from_path

from core import identity


class LanguageMiddleware(LocaleMiddleware):
    """Django's own, which knows the languages that this installation offers."""

    def __call__(self, request):
        """Answer a request, for whose length the identity of the installation holds."""
        with identity.read_once():
            return super().__call__(request)

    def process_view(self, request, view, args, kwargs):
        """Raise Http404 for every address in a language that is not offered.

        Editors' previews do not come through here, so that pages can be prepared.
        """
        language = get_language_from_path(request.path_info)
        if language and language in identity.withheld():
            raise Http404("This installation does not offer this language.")

    def process_response(self, request, response):
        """Lead an address without a language to one with it, unless something is at the first.

        Pages can be at any address, so Django takes every 404 for an address that lacks its
        language: a picture that is gone would be answered with the way to a page.
        """
        answered = response.status_code == 404 and request.resolver_match
        if not answered or get_language_from_path(request.path_info):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", get_language())
        return response
