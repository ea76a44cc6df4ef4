"""Who writes a draft with whom."""

import secrets

from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from writing.access import draft_for, name_of
from writing.answers import texts_of
from writing.models import Draft, Member

from .frame import answer, signed_in


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def team(request, key):
    """Show the members of a team, and make or take back the link that invites others."""
    draft = draft_for(request.user, key)
    if request.method == "POST":
        draft.invitation = secrets.token_urlsafe(32) if "invite" in request.POST else ""
        draft.save(update_fields=["invitation"])
        return redirect("writing_team", key=key)
    people = draft.members.filter(is_active=True).order_by("first_name", "username")
    link = reverse("writing_join", args=[draft.invitation]) if draft.invitation else ""
    context = {
        "draft": draft,
        "title": texts_of(draft).get("title", ""),
        "people": [name_of(person) for person in people],
        "link": request.build_absolute_uri(link) if link else "",
    }
    return answer(request, "writing/team.html", context)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def join(request, token):
    """Ask whoever followed an invitation whether to join the team, and let them.

    Raises Http404 for an invitation that was taken back.
    """
    draft = get_object_or_404(Draft.objects.exclude(invitation=""), invitation=token)
    if request.method == "POST":
        Member.objects.get_or_create(draft=draft, person=request.user)
        return redirect("writing_form", key=draft.key)
    return answer(request, "writing/join.html", {"title": texts_of(draft).get("title", "")})
