"""What the pages of this app have in common."""

from functools import wraps

from django.contrib.auth.views import redirect_to_login
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import override
from django.views.decorators.cache import never_cache

from core import identity
from translations.context_processors import state_versions
from writing.answers import texts_of
from writing.models import Draft


def signed_in(view):
    """Let only people who have signed in reach a view, and no cache keep what it answers.

    A draft that a person does not write, or does not any more, answers with `gone`.
    """

    @wraps(view)
    def guarded(request, *args, **kwargs):
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path(), reverse("sign_in"))
        try:
            return view(request, *args, **kwargs)
        except Draft.DoesNotExist:
            return gone(request)

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


def gone(request, typed=()):
    """Say that a draft is not there for a person, and give back what they typed into its form.

    `typed` holds pairs of a question's words and a text that came without scripts; what a browser
    has kept, the page's script adds. Whether there is such a draft nobody is told.
    """
    context = {"draft_key": request.resolver_match.kwargs["key"], "typed": typed}
    return answer(request, "writing/gone.html", context, status=404)


def confirm(request, draft, action, told=(), back="", problem="", who=""):
    """Ask whether to do something to a draft or its team that cannot be taken back.

    `told` holds sentences on what it means, `back` is where to go instead; a `problem` is shown
    in their place, and nothing is asked.
    """
    context = {
        "draft": draft,
        "title": texts_of(draft).get("title", ""),
        "action": action,
        "told": told,
        "back": back,
        "problem": problem,
        "who": who,
    }
    return answer(request, "writing/confirm.html", context, status=422 if problem else 200)
