"""The drafts of whoever is signed in, and beginning another."""

from django import forms
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from writing.access import drafts_of, led_by, may_start
from writing.answers import titles_of
from writing.models import Draft
from writing.starting import start

from .frame import answer, signed_in

_FORGET = "writing_forget"


def forget(request, key):
    """Have the browser forget, on the page that comes next, what it keeps of a draft's form."""
    request.session[_FORGET] = str(key)


class StartForm(forms.ModelForm):
    """Asks what kind of record it will be, and in which language it will be written."""

    citation = forms.CharField(
        label=_("Citation"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 3, "dir": "ltr"}),
        help_text=_("If it was published: its DOI, or a reference in RIS or BibTeX."),
    )

    class Meta:
        model = Draft
        fields = ["kind", "language"]


@signed_in
@require_http_methods(["GET", "HEAD", "POST"])
def index(request):
    """Show the drafts of a person, and begin a new one."""
    starting = None
    if may_start(request.user):
        given = request.POST if request.method == "POST" else None
        starting = StartForm(given, initial={"language": get_language()})
    if request.method == "POST":
        if starting is None:
            raise PermissionDenied
        draft = _start(starting, request.user)
        if draft is not None:
            return redirect("writing_form", key=draft.key)
    drafts = list(drafts_of(request.user).order_by("-pk"))
    titles, led = titles_of(drafts), led_by(request.user, drafts)
    rows = [
        {"draft": draft, "title": titles.get(draft.pk, ""), "is_led": draft.pk in led}
        for draft in drafts
    ]
    context = {"rows": rows, "form": starting, "forget": request.session.pop(_FORGET, "")}
    return answer(request, "writing/index.html", context)


def _start(starting, person):
    """Return the draft that a form asks for, None where it has to be put right first."""
    if not starting.is_valid():
        return None
    try:
        return start(starting.save(commit=False), person, starting.cleaned_data["citation"])
    except ValidationError as error:
        starting.add_error("citation", error)
        return None
