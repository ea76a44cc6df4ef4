"""Sending a draft to an editor."""

from django.core.exceptions import ValidationError
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from writing.access import draft_for
from writing.answers import texts_of
from writing.sending import sections_for, thin_parts_of
from writing.sending import send as send_draft

from .frame import answer, signed_in


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def send(request, key):
    """Ask once more, then send; what has to be put right first is said, and nothing is sent."""
    draft = draft_for(request.user, key)
    sections = [] if draft.page_id else sections_for(draft)
    problems, thin = [], []
    if request.method == "POST":
        problems = _attempt(draft, request.user, sections, request.POST.get("section", ""))
        if not problems:
            return redirect("writing_send", key=key)
    elif draft.is_open:
        problems, thin = _look(draft)
    context = {
        "draft": draft,
        "title": texts_of(draft).get("title", ""),
        "sections": sections,
        "problems": problems,
        "thin": thin,
    }
    refused = request.method == "POST"
    return answer(request, "writing/send.html", context, status=422 if refused else 200)


def _look(draft):
    """Return (what has to be put right, what is thin) of a draft that nobody has sent yet."""
    try:
        return [], thin_parts_of(draft)
    except ValidationError as error:
        return _problems(error), []


def _attempt(draft, person, sections, chosen):
    """Return what is in the way of sending; nothing once it is sent."""
    section = next((each for each in sections if str(each.pk) == chosen), None)
    if section is None and not draft.page_id:
        if not sections:
            return [(_("The hub has no section for such a record in this language yet."), None)]
        section = sections[0]
    try:
        send_draft(draft, person, section)
    except ValidationError as error:
        return _problems(error)
    return []


def _problems(error):
    """Return [(sentence, place in the form or None)]."""
    return [(each.messages[0], each.code) for each in error.error_list]
