"""How far a change has spread, counted from what readers may know of each adoption."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from resources.anonymity.names import plain


@dataclass(frozen=True)
class Rung:
    """One step of the ladder and how many have been reached."""

    label: str
    number: int


def ladder(adoptions, countries):
    """Return the rungs from the single site to other countries, for a list of `reading.Told`.

    `countries` are the codes of the countries of the record that all of it grew out of. Every
    adoption is a site. Facilities, districts, states and countries are counted once by their names.
    Anonymous facilities count as one each, and in no district or state: a count must not tell what
    they keep to themselves. A border is crossed where an adoption is in another country than what
    it grew out of.
    """
    places = [_places(row) for row in adoptions]
    return [
        Rung(_("Sites"), len(adoptions)),
        Rung(_("Facilities"), _different(places, "facility")),
        Rung(_("Districts"), _different(places, "district")),
        Rung(_("States or provinces"), _different(places, "region")),
        Rung(_("Countries"), _different(places, "country")),
        Rung(_("Across a border"), sum(_crossed(row, countries) for row in adoptions)),
    ]


def _places(row):
    """Return a name in each kind of place for an adoption, None where none is known."""
    region = row.region and (row.country, plain(row.region))
    district = row.district and (row.country, plain(row.region), plain(row.district))
    named = row.facility and (row.country, *map(plain, (row.region, row.district, row.facility)))
    facility = row.pk if row.facility_is_anonymous else named
    return {
        "facility": facility,
        "district": district,
        "region": region,
        "country": row.country,
    }


def _different(places, kind):
    return len({place[kind] for place in places if place[kind]})


def _crossed(row, countries):
    origin = [row.parent.country] if row.parent else countries
    return bool(origin) and row.country not in origin
