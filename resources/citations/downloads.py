"""A resource's record as files for reference managers."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.views.decorators.http import condition, require_safe

from resources.exporters import bibtex, ris
from resources.exporters.rows import Row
from resources.models import ResourcePage
from resources.served import last_change, page_here

from .work import address_of, authors_of, csl_item, is_episode, is_paper

_RECORD = ("journal", "volume", "issue", "pages", "doi", "pmid", "pmcid")


@dataclass(frozen=True)
class Download:
    """A format offered on the page of a resource.

    Content types are those that reference managers register for: RIS has none with IANA,
    CSL-JSON's is https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html#introduction.
    """

    name: str
    extension: str
    content_type: str
    write: Callable[[ResourcePage], str]


def _csl_json(page):
    return json.dumps([csl_item(page)], ensure_ascii=False, indent=2) + "\n"


DOWNLOADS = (
    Download(
        "RIS",
        "ris",
        "application/x-research-info-systems",
        lambda page: ris.write([cited_row(page)]),
    ),
    Download("BibTeX", "bib", "application/x-bibtex", lambda page: bibtex.write([cited_row(page)])),
    Download("CSL-JSON", "json", "application/vnd.citationstyles.csl+json", _csl_json),
)
_BY_EXTENSION = {download.extension: download for download in DOWNLOADS}


def links_to(page):
    """Return what is offered for a page as {"name", "url"}; [] for one that is not saved yet."""
    if not page.pk:
        return []
    return [
        {"name": known.name, "url": reverse("cite", args=[page.pk, known.extension])}
        for known in DOWNLOADS
    ]


def cited_row(page):
    """Return the part of a page that a bibliography needs, without what is ours to keep."""
    paper = is_paper(page)
    values = {name: str(getattr(page, name)) for name in _RECORD} if paper else {}
    day = page.issued_on
    values |= {
        "title": page.cited_title if paper else page.title,
        "authors": authors_of(page),
        "year": str((page.year if paper else day and day.year) or ""),
        "url": (_address_of_paper(page) if paper else "") or address_of(page),
        "language": page.locale.language_code,
        "abstract": " ".join(page.summary.split()),
    }
    if is_episode(page):
        # What makes it a sound to reference managers.
        values["audio_url"] = values["url"]
    return Row({name: value for name, value in values.items() if value})


def _address_of_paper(page):
    return page.source_url or (f"https://doi.org/{page.doi}" if page.doi else "")


@require_safe
@condition(last_modified_func=last_change)
def cite(request, pk, extension):
    """Answer with a page's record as a file; 404 for what readers may not see, or in vain."""
    known = _BY_EXTENSION.get(extension)
    if known is None:
        raise Http404("There is no such format.")
    page = page_here(pk)
    response = HttpResponse(known.write(page), content_type=f"{known.content_type}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{page.slug}.{extension}"'
    return response
