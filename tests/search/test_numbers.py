"""Numbers and units are found however they are written."""

import pytest

from search.analysis import analyse


def words(text):
    return [token.exact for token in analyse(text, "en")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1,000 births", "1000 births"),
        ("1,00,000 births", "100000 births"),
        ("500mg", "500 mg"),
        ("2,5 kg", "2.5kg"),
        ("२.५ kg", "2.5 kg"),
    ],
)
def test_a_quantity_is_one_and_the_same(one, other):
    assert words(one) == words(other)


def test_a_fraction_is_no_whole_number():
    assert words("3.5")[0] not in words("3 5")


@pytest.mark.parametrize("name", ["h1n1", "b12", "covid19", "1st", "2.0.1"])
def test_names_with_digits_stay_as_they_are(name):
    assert "".join(words(name)) == name.replace(".", "")
