"""What facets and their values are called in the reader's language."""

from functools import cache
from typing import NamedTuple

from babel import Locale
from django.db import connection
from django.utils.translation import gettext_lazy as _

from core.countries import country_name
from core.languages import direction_of, fallback_chain
from resources.choices import CareLevel, Caseload, Outcome, ResourceType
from resources.models.filing import FILING

_NAMES = {
    "type": _("Type"),
    "topic": _("Topic"),
    "setting": _("Care setting"),
    "audience": _("For whom"),
    "country": _("Country"),
    "method": _("QI method"),
    "outcome": _("Outcome"),
    "cycle": _("PDSA cycles"),
    "language": _("Languages I read"),
    "year": _("Year"),
}
_CHOICES = {
    "type": dict(ResourceType.choices),
    "outcome": dict(Outcome.choices),
    "cycle": dict(Outcome.choices),
    "level": dict(CareLevel.choices),
    "caseload": dict(Caseload.choices),
}
_TERMS = {facet: model for _relation, model, facet in FILING.values()}
_NAMED = " UNION ALL ".join(
    f"SELECT '{facet}', t.slug, t.name, l.language_code FROM {model._meta.db_table} t "
    "JOIN wagtailcore_locale l ON l.id = t.locale_id WHERE l.language_code IN (CODES)"
    for facet, model in _TERMS.items()
)


class Label(NamedTuple):
    """A name and, where it is not in the reader's language, which language it is in."""

    text: str
    language: str = ""
    direction: str = ""


class FacetLabels:
    """Labels for the values in `counts` and `filters`, at the cost of one query for all terms."""

    def __init__(self, counts, filters, language):
        self._language = language
        self._labels = {}
        asked = counts.keys() | filters.keys()
        self._terms = _named_terms(fallback_chain(language)) if asked & _TERMS.keys() else {}

    def name(self, facet):
        """Return what the facet itself is called."""
        return _NAMES[facet]

    def label(self, facet, value) -> Label:
        """Return what `value` is called; a value without a name is its own label."""
        known = self._labels.get((facet, value))
        if known is None:
            known = self._labels[facet, value] = self._label(facet, value)
        return known

    def _label(self, facet, value):
        if facet in _CHOICES:
            return Label(str(_CHOICES[facet].get(value, value)))
        if facet == "country":
            return Label(country_name(value, self._language))
        if facet == "language":
            return Label(language_name(value, self._language))
        name, code = self._terms.get((facet, value), (value, self._language))
        return Label(name) if code == self._language else Label(name, code, direction_of(code))


def _named_terms(languages):
    """Map (facet, slug) to the name in the first of `languages` that has one, and which that is.

    Written out, because the ORM takes longer to write it than the database to answer.
    """
    codes = ", ".join(["%s"] * len(languages))
    with connection.cursor() as cursor:
        cursor.execute(_NAMED.replace("CODES", codes), [*languages] * len(_TERMS))
        rows = cursor.fetchall()
    ranks = {code: -rank for rank, code in enumerate(languages)}
    rows.sort(key=lambda row: ranks[row[3]])
    return {(facet, slug): (name, code) for facet, slug, name, code in rows}


@cache
def language_name(code, language):
    """Return what the language `code` is called in `language`, by CLDR."""
    return Locale.parse(language).languages.get(code, code)
