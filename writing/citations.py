"""What a citation already says of a record: read from the library, or from the reference itself."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.fields import RichTextField

from core.languages import SOURCE_LANGUAGE
from core.visibility import public_pages
from resources.identifiers import normalise_doi, validate_doi
from resources.importers import bibtex, markup, ris
from resources.importers.bindings import bindings_of
from resources.importers.report import ImportRefused, Report
from resources.importers.validation import Validator
from resources.models import InitiativePage
from resources.models.told import FACILITY

from .questions import YES, questions_of

_HIDDEN = (*FACILITY, "facility_is_anonymous")


@dataclass(frozen=True)
class Found:
    """First answers as {name: text}, and the page in the library that a team is to complete."""

    texts: dict[str, str] = field(default_factory=dict)
    page: InitiativePage | None = None


def find(citation, language):
    """Return what a citation says: a DOI, or one reference in RIS or BibTeX.

    Where the library has it already, that page is completed, in the language that it is written
    in. Raises ValidationError for what is no citation.
    """
    record = reference(citation, language)
    doi = record.page.doi if record else normalise_doi(citation)
    if record is None:
        validate_doi(doi)
    page = _page_with(doi) if doi else None
    if page:
        return Found(_texts_of(page), page)
    return Found(_texts_of(record.page) if record else {"doi": doi})


def reference(citation, language):
    """Return the `CleanRecord` of a reference in RIS or BibTeX, None for text in neither format.

    Raises ValidationError where it cannot be used, with the reasons.
    """
    data = citation.strip().encode()
    reader = next((each for each in (ris, bibtex) if each.looks_like(data)), None)
    if reader is None:
        return None
    report = Report()
    try:
        validator = Validator(
            InitiativePage, bindings_of(InitiativePage), language, report, strict=False
        )
        records = validator.clean(reader.read(data, report))
    except ImportRefused as error:
        raise ValidationError(str(error)) from error
    if len(report):
        raise ValidationError(list(report.lines()))
    if len(records) != 1:
        raise ValidationError(_("Give one reference."))
    return records[0]


def _page_with(doi):
    """Return the public page of a publication, the one that others are translated from first."""
    pages = public_pages(InitiativePage.objects.filter(doi=doi)).select_related("locale")
    in_order = sorted(pages, key=lambda page: page.locale.language_code != SOURCE_LANGUAGE)
    return in_order[0] if in_order else None


def _texts_of(page):
    """What readers may not know of a facility is not for whoever asks for a page by its DOI."""
    texts = {
        name: _text(page, name) for name in questions_of(page.resource_type) if name not in _HIDDEN
    }
    return {name: text for name, text in texts.items() if text}


def _text(page, name):
    value = getattr(page, name)
    if isinstance(value, bool):
        return YES if value else ""
    if isinstance(page._meta.get_field(name), RichTextField):
        return markup.words(value)
    return "" if value is None else str(value)
