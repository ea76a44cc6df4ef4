"""What fits, what is lacking and what nobody says, field by field."""

import pytest
from django.http import QueryDict

from fit.comparing import Named, compare, rank
from fit.setting import from_parameters

FACTS = {
    "level": {"secondary": Named("Secondary care")},
    "country": {"IN": Named("India"), "NP": Named("Nepal")},
    "role": {"nurses": Named("Nurses"), "midwives": Named("Midwives")},
    "equipment": {"oximeter": Named("Pulse oximeter")},
    "caseload": {},
}


def verdicts(query, facts=FACTS):
    """Return {field: (verdict, names that it is about)}."""
    reasons = compare(from_parameters(QueryDict(query)), facts)
    return {
        each.criterion.field: (str(each.verdict), [name.text for name in each.about])
        for each in reasons
    }


@pytest.mark.parametrize(
    ("stated", "field", "verdict", "about"),
    [
        ("here_level=secondary", "care_level", "Fits", ["Secondary care"]),
        ("here_level=primary", "care_level", "Different", ["Secondary care"]),
        ("here_country=NP", "countries", "Fits", ["India", "Nepal"]),
        ("here_country=LK", "countries", "Different", ["India", "Nepal"]),
        ("here_role=midwives&here_role=nurses", "team_roles", "Fits", ["Nurses", "Midwives"]),
        ("here_role=nurses&here_role=doctors", "team_roles", "Missing", ["Midwives"]),
        ("here_equipment=none", "equipment", "Missing", ["Pulse oximeter"]),
        ("here_caseload=under_50", "caseload", "Not stated", []),
    ],
)
def test_each_verdict_names_the_field_that_it_comes_from(stated, field, verdict, about):
    assert verdicts(stated) == {field: (verdict, about)}


def test_what_the_reader_does_not_state_is_not_compared():
    assert verdicts("here_level=&q=oxygen&level=primary") == {}


def test_a_resource_that_says_nothing_neither_fits_nor_lacks():
    stated = "here_level=primary&here_country=IN&here_role=none&here_caseload=under_50"
    assert {verdict for verdict, _about in verdicts(stated, {}).values()} == {"Not stated"}


def test_silence_ranks_between_fits_and_misfits():
    best_first = [(3, 0), (2, 0), (3, 1), (1, 0), (2, 1), (0, 0), (1, 1), (0, 1), (1, 2)]
    assert sorted(best_first, key=lambda counts: rank(*counts)) == [
        *[(3, 0), (2, 0), (3, 1), (1, 0), (2, 1), (0, 0), (1, 1)],
        *[(0, 1), (1, 2)],
    ]


@pytest.mark.parametrize(
    "query",
    [
        "here_level=palace&here_country=XX&here_caseload=9&here_role=%3Cb%3E&here_equipment=%00",
        "here_role=" + "a" * 81,
        "here_level=none&here_country=none",
    ],
)
def test_what_no_place_can_be_is_passed_over(query):
    assert not from_parameters(QueryDict(query))


def test_an_address_states_a_setting_as_it_was_read():
    query = "here_level=primary&here_country=LK&here_role=a&here_role=b&here_equipment=none"
    setting = from_parameters(QueryDict(query))
    assert "&".join("=".join(pair) for pair in setting.parameters()) == query


def test_none_of_these_counts_only_where_nothing_else_is_stated():
    setting = from_parameters(QueryDict("here_role=none&here_role=nurses"))
    assert setting.has("role", "nurses")
    assert not setting.has("role", "none")
