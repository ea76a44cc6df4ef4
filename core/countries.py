"""Countries by ISO 3166-1 alpha-2 code, named by CLDR in the reader's language."""

from functools import cache

from babel import Locale
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import SelectMultiple, TypedMultipleChoiceField
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

# Codes that CLDR names although they are no country's: unions, outlying parts, test codes.
_NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB"}
_NOT_COUNTRIES |= {"ZZ", "XK"}


@cache
def _names(language):
    territories = Locale.parse(language).territories
    return {
        code: name
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }


def codes():
    """Return the set of country codes that the hub knows."""
    return frozenset(_names("en"))


def country_name(code, language=None):
    """Return a country's name in `language` (a code; the active language by default).

    An unknown code comes back as it is.
    """
    language = (language or get_language() or "en").split("-")[0]
    return _names(language).get(code) or _names("en").get(code, code)


def choices():
    """Return (code, name) pairs in the active language, in the order of the names."""
    pairs = ((code, country_name(code)) for code in codes())
    return sorted(pairs, key=lambda pair: pair[1])


class CountriesField(models.JSONField):
    """A list of ISO 3166-1 alpha-2 codes, without repeats, in the order of the codes."""

    description = _("Countries")

    def __init__(self, *args, **kwargs):
        kwargs.setdefault("default", list)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def clean(self, value, model_instance):
        """Return the codes in order; raises ValidationError naming one that is no country's."""
        value = sorted(set(value or []))
        unknown = [code for code in value if code not in codes()]
        if unknown:
            raise ValidationError(
                _("“%(code)s” is not a country code of ISO 3166-1, such as IN or LK."),
                params={"code": unknown[0]},
            )
        return super().clean(value, model_instance)

    def formfield(self, **kwargs):
        """Return a list to choose several countries from."""
        return TypedMultipleChoiceField(
            choices=lazy(choices, list)(),
            required=not self.blank,
            label=kwargs.get("label", capfirst(self.verbose_name)),
            help_text=kwargs.get("help_text", self.help_text),
            widget=SelectMultiple(attrs={"size": 8}),
        )
