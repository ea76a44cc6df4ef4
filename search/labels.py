"""What facets and their values are called in the reader's language."""

from typing import NamedTuple

from babel import Locale
from django.db.models import CharField, Value
from django.utils.translation import gettext_lazy as _

from core.countries import country_name
from core.languages import direction_of, fallback_chain
from resources.choices import Outcome, ResourceType
from resources.models.filing import FILING

_NAMES = {
    "type": _("Type"),
    "topic": _("Topic"),
    "setting": _("Care setting"),
    "audience": _("For whom"),
    "country": _("Country"),
    "method": _("QI method"),
    "outcome": _("Outcome"),
    "language": _("Languages I read"),
    "year": _("Year"),
}
_CHOICES = {"type": dict(ResourceType.choices), "outcome": dict(Outcome.choices)}
_TERMS = {facet: model for _relation, model, facet in FILING.values()}


class Label(NamedTuple):
    """A name and, where it is not in the reader's language, which language it is in."""

    text: str
    language: str = ""
    direction: str = ""


class FacetLabels:
    """Labels for the values in `counts` and `filters`, at the cost of one query for all terms."""

    def __init__(self, counts, filters, language):
        self._language = language
        self._terms = self._named_terms(counts, filters)

    def name(self, facet):
        """Return what the facet itself is called."""
        return _NAMES[facet]

    def label(self, facet, value) -> Label:
        """Return what `value` is called; a value without a name is its own label."""
        if facet in _CHOICES:
            return Label(str(_CHOICES[facet].get(value, value)))
        if facet == "country":
            return Label(country_name(value, self._language))
        if facet == "language":
            return Label(language_name(value, self._language))
        return self._terms.get((facet, value)) or Label(value)

    def _named_terms(self, counts, filters):
        """Map (facet, slug) to labels in the nearest language that has one."""
        chain = fallback_chain(self._language)
        queries = [
            _TERMS[facet]
            .objects.filter(slug__in=slugs, locale__language_code__in=chain)
            .order_by()
            .annotate(facet=Value(facet, output_field=CharField()))
            .values_list("facet", "slug", "name", "locale__language_code")
            for facet in _TERMS
            if (slugs := {*counts.get(facet, ()), *filters.get(facet, ())})
        ]
        if not queries:
            return {}
        rows = sorted(
            queries[0].union(*queries[1:], all=True), key=lambda row: -chain.index(row[3])
        )
        return {(facet, slug): self._label(name, code) for facet, slug, name, code in rows}

    def _label(self, name, code):
        return Label(name) if code == self._language else Label(name, code, direction_of(code))


def language_name(code, language):
    """Return what the language `code` is called in `language`, by CLDR."""
    return Locale.parse(language).languages.get(code, code)
