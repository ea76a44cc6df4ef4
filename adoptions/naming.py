"""What readers may know of the place of an adoption."""

from core.countries import country_name


def public_places(adoption):
    """Return the names of a report's place, the nearest first; of an anonymous one its country.

    `adoption` is a report or whatever else has its fields.
    """
    near = (adoption.facility, adoption.district, adoption.region)
    known = () if adoption.facility_is_anonymous else near
    return [*(name for name in known if name), country_name(adoption.country)]


def public_place(adoption):
    """Return what `public_places` does as a line of text."""
    return ", ".join(public_places(adoption))
