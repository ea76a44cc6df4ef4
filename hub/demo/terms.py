"""The demo's taxonomies."""

from hub.demo.content import terms
from resources.models import Audience, CareSetting, Equipment, Method, TeamRole, Topic

TAXONOMIES = (
    (Topic, terms.TOPICS),
    (CareSetting, terms.CARE_SETTINGS),
    (Audience, terms.AUDIENCES),
    (Method, terms.METHODS),
    (TeamRole, terms.TEAM_ROLES),
    (Equipment, terms.EQUIPMENT),
)


def load(locale):
    """Create the terms that are not there yet; return all of the demo's, with those that were."""
    return [
        model.objects.get_or_create(
            slug=record["slug"], locale=locale, defaults={**record, "sort_order": order}
        )[0]
        for model, records in TAXONOMIES
        for order, record in enumerate(records, start=1)
    ]
