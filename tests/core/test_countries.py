"""Countries by ISO code, named in the reader's language."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from core.countries import CountriesField, choices, codes, country_name


def test_a_country_is_named_in_the_reader_s_language():
    assert country_name("IN", "en") == "India"
    assert country_name("IN", "hi") == "भारत"
    with translation.override("fr"):
        assert country_name("LK") == "Sri Lanka"
        assert country_name("IN") == "Inde"


def test_an_unknown_code_comes_back_as_it_is():
    assert country_name("QQ", "en") == "QQ"


def test_unions_and_test_codes_are_no_countries():
    assert not {"EU", "UN", "XA", "ZZ"} & codes()
    assert {"IN", "NP", "BD", "LK", "TH", "MM", "ID"} <= codes()


def test_choices_stand_in_the_order_of_their_names():
    with translation.override("en"):
        names = [name for _code, name in choices()]
    assert names == sorted(names)


def test_countries_are_kept_once_and_in_order():
    assert CountriesField().clean(["NP", "IN", "NP"], None) == ["IN", "NP"]


def test_what_is_no_country_is_refused_by_name():
    with pytest.raises(ValidationError, match="“QQ” is not a country code"):
        CountriesField().clean(["IN", "QQ"], None)
