"""What readers may know of the place of an adoption."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from core.countries import country_name

TEXTS = ("changed", "happened")
# A name of fewer letters stands by chance in other words.
_LEAST = 4


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


def check(adoption):
    """Raise ValidationError where the words of a report name a facility that stays anonymous."""
    name = same(adoption.facility)
    if not adoption.facility_is_anonymous or len(name) < _LEAST:
        return
    told = [field for field in TEXTS if name in same(getattr(adoption, field))]
    if told:
        message = _("This names the facility that is to stay anonymous.")
        raise ValidationError(dict.fromkeys(told, message))


def same(text):
    """Return a text as it is compared with others: without capitals and idle spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
