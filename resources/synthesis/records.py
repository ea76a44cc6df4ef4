"""What single records say of themselves, as far as a synthesis counts it."""

import hashlib
import json
from functools import cached_property
from uuid import UUID

from core.countries import country_name
from resources.choices import Outcome
from resources.models.told import record_models

from .effects import effects_of, figures_of
from .selection import Versions

_READ = (
    *("title", "slug", "url_path", "translation_key", "locale__language_code", "countries"),
    *("outcome", "withdrawn_on", "superseded_by", "published_on", "first_published_at"),
    *("year", "is_illustrative", "measures", "cycles"),
)


class Record:
    """One record: its facts from the source, its words from the version nearest to the reader."""

    def __init__(self, key, source, shown, url):
        self.key: UUID = key
        self._source = source
        self._shown = shown
        self.url = url

    @property
    def title(self):
        """Return the title of the version that the reader is led to."""
        return self._shown.title

    @property
    def language(self):
        """Return the code of that version's language."""
        return self._shown.locale.language_code

    @property
    def direction(self):
        """Return "ltr" or "rtl" for it."""
        return self._shown.direction

    @property
    def outcome(self):
        """Return a value of `Outcome`, "" where the record does not say."""
        return self._source.outcome

    @property
    def outcome_label(self):
        """Return what the outcome is called, "" for none."""
        return Outcome(self.outcome).label if self.outcome else ""

    @property
    def year(self):
        """Return the year of publication, or None."""
        day = self._source.issued_on
        return getattr(self._source, "year", None) or (day and day.year)

    @property
    def country_names(self):
        """Return the names of its countries in the reader's language."""
        return [country_name(code) for code in self._source.countries]

    @property
    def is_withdrawn(self):
        """Tell whether its editors have taken it back."""
        return self._source.withdrawn_on is not None

    @property
    def is_illustrative(self):
        """Tell whether it was made up for learning."""
        return getattr(self._source, "is_illustrative", False)

    @property
    def superseded_by_id(self):
        """Return the key of the page that replaces it, or None."""
        return self._source.superseded_by_id

    @cached_property
    def cycle_outcomes(self):
        """Return the outcome of each PDSA cycle, "" where the record does not say."""
        return [child.value["outcome"] or "" for child in self._source.cycles]

    @cached_property
    def effects(self):
        """Return an `Effect` for each measure with something reported."""
        return effects_of(self._source, self._shown)

    @property
    def mark(self):
        """Return a short mark of what the record says: another one when that changes."""
        text = json.dumps([self.outcome, self.cycle_outcomes, figures_of(self._source)])
        return hashlib.sha256(text.encode()).hexdigest()[:16]


def read(versions: list[Versions], request=None) -> list[Record]:
    """Return the records, the newest first and then by title, in one query for each page model."""
    wanted = {pk for each in versions for pk in (each.source, each.shown)}
    pages = {}
    for model in record_models():
        fields = {field.name for field in model._meta.get_fields()}
        names = [name for name in _READ if name.split("__")[0] in {*fields, "locale"}]
        pages |= model.objects.select_related("locale").only(*names).in_bulk(wanted)
    records = [
        Record(each.key, pages[each.source], page, page.get_url(request) or "")
        for each in versions
        if (page := pages.get(each.shown)) and each.source in pages
    ]
    return sorted(records, key=lambda record: (-(record.year or 0), record.title))
