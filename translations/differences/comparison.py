"""A page beside the source that it translates, for readers."""

from django.template.response import TemplateResponse
from wagtail.models import Page

from core.visibility import public_pages

from ..freshness.comparing import State
from ..freshness.states import findings_of
from ..models import Kind, Version
from .excerpts import excerpt
from .marks import LABELS, readable_source


def comparison(request, page, version_id):
    """Return the answer that shows a page passage by passage, None where readers may not see it.

    `version_id` is the key of the page's `Version`. Both the page and its source must be public.
    """
    version = Version.objects.select_related("source__locale").get(pk=version_id)
    source = readable_source(version.source)
    if source is None or not public_pages(Page.objects.filter(pk=page.pk)).exists():
        return None
    rows = [
        _row(finding)
        for finding, _severity, _since in findings_of(version.source, version)
        if (finding.said or finding.translated).kind == Kind.TEXT
    ]
    context = {"page": page, "self": page, "source": source, "rows": rows}
    return TemplateResponse(request, "translations/comparison.html", context)


def _row(finding):
    said, own = finding.said, finding.translated
    return {
        "source": excerpt(said.text) if said else "",
        "own": excerpt(own.text) if own and own.source_digest else "",
        "label": "" if finding.state == State.FRESH else LABELS[finding.state],
    }
