"""The form: shown as a page, saved field by field by its script, or whole without scripts."""

from django.contrib.auth import login
from django.contrib.auth.forms import AuthenticationForm
from django.http import JsonResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from writing.access import draft_for, name_of
from writing.answers import form_of, texts_of
from writing.models import Draft, Wording
from writing.questions import PLACEHOLDER, groups_of, new_entry
from writing.requests import (
    NotUnderstood,
    changes_of_form,
    changes_of_script,
    sent_by_script,
    typed_into,
)
from writing.saving import Outcome, save
from writing.settling import settle

from .frame import answer, gone, signed_in

_NOT_ANSWERS = {"csrfmiddlewaretoken", "username", "password"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def form(request, key):
    """Show the form of a draft, or keep what was sent without scripts.

    What somebody sends whose session has ended is not lost: it stands in the page that asks them
    to sign in again, and is kept as soon as they have.
    """
    if request.method == "POST":
        if not request.user.is_authenticated:
            again = AuthenticationForm(
                request, request.POST if "username" in request.POST else None
            )
            if not again.is_valid():
                return _ask_to_sign_in(request, again)
            login(request, again.get_user())
        try:
            return _keep(request, draft_for(request.user, key))
        except Draft.DoesNotExist:
            return gone(request, typed_into(request.POST))
    return _show(request, key)


@signed_in
def _show(request, key):
    draft = draft_for(request.user, key)
    group = request.GET.get("add")
    new = [(group, new_entry())] if group in groups_of(draft.kind) else []
    context = {
        "draft": draft,
        "sections": form_of(draft, new),
        "title": texts_of(draft).get("title", ""),
        "placeholder": PLACEHOLDER,
        "sign_in": f"{reverse('sign_in')}?next={request.path}",
    }
    return answer(request, "writing/form.html", context)


def _ask_to_sign_in(request, again):
    sent = [(name, text) for name, text in request.POST.items() if name not in _NOT_ANSWERS]
    return answer(request, "accounts/sign_in.html", {"form": again, "carried": sent})


def _keep(request, draft):
    save(draft, request.user, changes_of_form(draft.kind, request.POST))
    settle(draft, request.user, request.POST)
    address = reverse("writing_form", args=[draft.key])
    group = request.POST.get("add")
    if group in groups_of(draft.kind):
        return redirect(f"{address}?add={group}#{group}")
    return redirect(f"{address}#_saved")


@never_cache
@require_POST
def save_changes(request, key):
    """Keep what the form's script sends, and answer with what it needs to know, both as JSON.

    Status 401 tells the script that somebody has to sign in first: the one who wrote. 404 tells
    it that the draft is not theirs any more.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"error": "signed out"}, status=401)
    try:
        person, sent = sent_by_script(request.body)
        if person != request.user.pk:
            return JsonResponse({"error": "signed out"}, status=401)
        draft = draft_for(request.user, key)
        changes, known = changes_of_script(draft.kind, sent)
        return _told(draft, known, changes, save(draft, request.user, changes))
    except Draft.DoesNotExist:
        return JsonResponse({"error": "not a member"}, status=404)
    except NotUnderstood:
        return JsonResponse({"error": "not understood"}, status=400)


def _told(draft, known, changes, outcomes):
    told = {outcome.name for outcome in outcomes}
    current = draft.wordings.filter(standing=Wording.Standing.CURRENT).select_related("written_by")
    newer = [
        each for each in current if each.name not in told and each.version > known.get(each.name, 0)
    ]
    answered = zip(changes, outcomes, strict=True)
    return JsonResponse(
        {
            "outcomes": [_outcome(change, outcome) for change, outcome in answered],
            "newer": [_current(each.name, each) for each in newer],
        }
    )


def _outcome(change, outcome):
    brief = outcome.state == Outcome.SAVED
    return {
        **_current(outcome.name, outcome.wording, brief),
        "state": outcome.state,
        "sitting": change.sitting,
        "seq": change.seq,
    }


def _current(name, wording, brief=False):
    found = {"name": name, "version": wording.version if wording else 0}
    if not brief:
        found["text"] = wording.text if wording else ""
        found["by"] = name_of(wording.written_by) if wording else ""
    return found
