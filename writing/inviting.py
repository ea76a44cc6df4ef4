"""The way in: a section that keeps what teams write leads to where they write it."""

from django.template.loader import render_to_string

from .models import Draft

_KINDS = {kind for kind, _label in Draft.KINDS}


def invitation(request, section) -> str:
    """Return a link to begin a record, "" in a section that keeps no records of this kind."""
    if section.holds not in _KINDS:
        return ""
    return render_to_string("writing/invitation.html", request=request)
