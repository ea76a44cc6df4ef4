"""Who writes a draft with whom."""

import secrets

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from writing import membership
from writing.access import draft_for, drafts_of, led_by, name_of
from writing.answers import texts_of
from writing.models import Draft

from .frame import answer, confirm, signed_in
from .start import forget


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def team(request, key):
    """Show the members of a team, and make or take back the link that invites others."""
    draft = draft_for(request.user, key)
    if request.method == "POST":
        draft.invitation = secrets.token_urlsafe(32) if "invite" in request.POST else ""
        draft.save(update_fields=["invitation"])
        return redirect("writing_team", key=key)
    leads = draft.pk in led_by(request.user, [draft])
    link = reverse("writing_join", args=[draft.invitation]) if draft.invitation else ""
    context = {
        "draft": draft,
        "title": texts_of(draft).get("title", ""),
        "members": [
            (each.pk, name_of(each.person), leads and each.person != request.user)
            for each in _active(draft)
        ],
        "leads": leads,
        "may_leave": membership.may_leave(draft, request.user),
        "link": request.build_absolute_uri(link) if link else "",
    }
    return answer(request, "writing/team.html", context)


def _active(draft):
    members = draft.memberships.filter(person__is_active=True)
    return members.select_related("person").order_by("pk")


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def remove(request, key, number):
    """Ask once more, then take a member out; raises PermissionDenied for who may not."""
    draft = draft_for(request.user, key)
    other = get_object_or_404(_active(draft), pk=number).person
    if request.method == "POST":
        membership.remove(draft, request.user, other)
        return redirect("writing_team", key=key)
    if other == request.user or draft.pk not in led_by(request.user, [draft]):
        raise PermissionDenied
    told, back = [_("Coming back takes a new invitation.")], reverse("writing_team", args=[key])
    return confirm(request, draft, _("Remove from the team"), told, back, who=name_of(other))


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def leave(request, key):
    """Ask once more, then let somebody go; raises PermissionDenied for the last of a team."""
    draft = draft_for(request.user, key)
    if request.method == "POST":
        membership.leave(draft, request.user)
        forget(request, key)
        return redirect("writing")
    if not membership.may_leave(draft, request.user):
        raise PermissionDenied
    told, back = [_("Coming back takes a new invitation.")], reverse("writing_team", args=[key])
    return confirm(request, draft, _("Leave the team"), told, back)


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def join(request, token):
    """Ask whoever followed an invitation whether to join the team, and let them.

    Raises Http404 for an invitation that was taken back.
    """
    draft = get_object_or_404(Draft.objects.exclude(invitation=""), invitation=token)
    if request.method == "POST":
        draft = membership.join(token, request.user)
    elif not drafts_of(request.user).filter(pk=draft.pk).exists():
        return answer(request, "writing/join.html", {"title": texts_of(draft).get("title", "")})
    return redirect("writing_form", key=draft.key)
