"""What the pages of this app have in common."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from core import identity
from translations.context_processors import state_versions


def signed_in(view):
    """Let only people who have signed in reach a view, and no cache keep what it answers."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("sign_in"))
        return view(request, *args, **kwargs)

    return never_cache(guarded)


def answer(request, template, context=None, status=200):
    """Render a page that can be had in every language that this hub offers."""
    match = request.resolver_match
    versions = {}
    for language in identity.offered():
        with override(language.code):
            versions[language.code] = reverse(match.view_name, kwargs=match.kwargs)
    state_versions(request, versions)
    return render(request, template, context, status=status)
