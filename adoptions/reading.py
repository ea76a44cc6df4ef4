"""What readers may know of the adoptions of a record, in a constant number of queries."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Case, Value, When

from adoptions import anonymity, naming, reach, records
from adoptions.choices import Continued, Status
from adoptions.models import Adoption
from core.languages import direction_of
from resources.choices import CareLevel, Outcome

_PLACE = ("facility", "district", "region")
_FIELDS = (
    *("pk", "record_key", "adapted_from_id", "own_record_key", "country", "care_level", "year"),
    *("changed", "happened", "outcome", "continued", "language", "facility_is_anonymous"),
)


@dataclass
class Told:
    """A published adoption as readers may know it: what must stay unknown is not in it.

    `parent` is the one that it grew out of, None for the record itself; `depth` is how many are
    between. `own_record` is the page of its own record, or None.
    """

    pk: int
    record_key: UUID
    adapted_from_id: int | None
    own_record_key: UUID | None
    country: str
    care_level: str
    year: int | None
    changed: str
    happened: str
    outcome: str
    continued: str
    language: str
    facility: str
    district: str
    region: str
    facility_is_anonymous: bool
    own_record: object = None
    parent: "Told | None" = None
    depth: int = 0
    children: list = field(default_factory=list)

    @property
    def place(self):
        """Return where it was, as a line of text."""
        return naming.public_place(self)

    @property
    def places(self):
        """Return the names of its place, the nearest first; each may be in another script."""
        return naming.public_places(self)

    @property
    def direction(self):
        """Return the direction that its own words are read in."""
        return direction_of(self.language)

    @property
    def outcome_label(self):
        """Return the name of its outcome, "" for none."""
        return Outcome(self.outcome).label if self.outcome else ""

    @property
    def care_level_label(self):
        """Return the name of its level of care, "" for none."""
        return CareLevel(self.care_level).label if self.care_level else ""

    @property
    def continued_label(self):
        """Return whether it is still done, "" where nobody said."""
        return Continued(self.continued).label if self.continued else ""


def published_on(key, language):
    """Return the adoptions that grew out of a record, by its translation key, as `Told`.

    They come in the order of the tree, each before those that grew out of it, the oldest first.
    What hangs on a record that readers may not see is left out. It takes one query where there are
    none, six for any number.
    """
    keys = reach.records_below(key)
    rows = [_told(row) for row in _rows(keys)] if keys else []
    owned = {row.own_record_key for row in rows} - {None}
    secrets = anonymity.secrets_of(reach.records_around(key)) if rows else {}
    for row in rows:
        anonymity.veil(row, secrets)
    pages = records.nearest_public(owned, language)
    return _in_order(key, rows, pages)


def _rows(keys):
    """Yield what may be known of the published reports on records, places blanked in the query."""
    shown = {
        f"public_{name}": Case(When(facility_is_anonymous=True, then=Value("")), default=name)
        for name in _PLACE
    }
    published = Adoption.objects.filter(record_key__in=keys, status=Status.PUBLISHED)
    return published.annotate(**shown).order_by("reported_at", "pk").values(*_FIELDS, *shown)


def _told(row):
    place = {name: row.pop(f"public_{name}") for name in _PLACE}
    return Told(**place, **row)


def _in_order(key, rows, pages):
    """Return the rows that hang on a record, each with its parent, its depth and its page."""
    by_pk = {row.pk: row for row in rows}
    roots = {}
    for row in rows:
        row.own_record = pages.get(row.own_record_key)
        row.parent = by_pk.get(row.adapted_from_id)
        siblings = row.parent.children if row.parent else roots.setdefault(row.record_key, [])
        siblings.append(row)
    for row in rows:
        if row.own_record:
            for child in roots.get(row.own_record_key, ()):
                child.parent = row
                row.children.append(child)
    return _walked(roots.get(key, []))


def _walked(roots):
    ordered, waiting, seen = [], [(row, 0) for row in reversed(roots)], set()
    while waiting:
        row, depth = waiting.pop()
        if row.pk not in seen:
            seen.add(row.pk)
            row.depth = depth
            ordered.append(row)
            waiting.extend((child, depth + 1) for child in reversed(row.children))
    return ordered
