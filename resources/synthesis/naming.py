"""Whether a synthesis names a facility that one of its records keeps anonymous."""

from core.languages import SOURCE_LANGUAGE
from resources.anonymity.traces import fields_that_tell, names_of
from resources.models.told import record_models

from .selection import on_topics


def fields_that_name(page, slugs) -> list[str]:
    """Return the fields of `page` that name an anonymous facility of a record on the topics."""
    sources = [versions.source for versions in on_topics(slugs, SOURCE_LANGUAGE)]
    found = set()
    for model in record_models():
        for record in model.objects.filter(pk__in=sources, facility_is_anonymous=True):
            found.update(fields_that_tell(page, names_of(record)))
    return sorted(found)
