"""What a record's own page says of its adoptions."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from . import records
from .branches import branches
from .ladder import ladder
from .reading import published_on

# A page shows a small tree; a large one has a page of its own.
MOST = 12


def beside(request, page):
    """Return the ladder and the tree of what grew out of a record, as HTML; "" for other pages."""
    if not records.is_record(page):
        return ""
    rows = published_on(page.translation_key, get_language())
    context = {
        "key": page.translation_key,
        "total": len(rows),
        "rungs": ladder(rows, page.countries),
        "branches": branches(rows) if len(rows) <= MOST else [],
    }
    return render_to_string("adoptions/beside.html", context)
