"""Whether a text tells a name that is to stay unknown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from resources.anonymity.names import Names, plain

HILLSIDE = Names(["Hillside Hospital (HSH), Unit 7"], ["Green Valley, Kerala, India"])


@pytest.mark.parametrize(
    "text",
    [
        "At Hillside Hospital we washed hands.",
        "hillside-hospital-washes-hands",
        "HILLSIDE  HOSPITAL",
        "Híllside Hospital's nurses",
        "HillsideHospital.jpg",
        "https://hillsidehospital.example/report.pdf",
        "ward_at_HSH_2021.png",
        "HSH2021.jpg",
        "In Kerala it rained",
        "the green valley",
        "unit 7",
    ],
)
def test_a_name_is_found_however_it_is_written(text):
    assert HILLSIDE.are_told_by(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A hospital on a hillside",
        "India",
        "In the valley, green fields",
        "Unit 71",
        "pushshift",
    ],
)
def test_what_is_no_name_of_it_is_not_found(text):
    assert not HILLSIDE.are_told_by(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("हिलसाइड अस्पताल", "यह हिलसाइड अस्पतालों में हुआ"),
        ("مستشفى التل", "في بمستشفى التل"),
        ("مُستشفى", "مستشفى"),
        ("โรงพยาบาลภูเขา", "ที่โรงพยาบาลภูเขาเรา"),
        ("மலை மருத்துவமனை", "மலை மருத்துவமனையில்"),
        ("Hôpital Saint-Élie", "a l'hopital saint elie"),
    ],
)
def test_a_name_is_found_in_every_script_with_what_is_written_together_with_it(name, text):
    assert Names([name]).are_told_by(text)


def test_vowel_signs_are_letters_and_tell_one_name_from_another():
    assert not Names(["किला"]).are_told_by("कला केला")


def test_a_country_and_what_is_too_short_are_no_names():
    assert not Names(["", "Ab", "-"], ["India", "Sri Lanka", "IN"])


def test_an_abbreviation_of_two_letters_is_found_in_capitals_only():
    names = Names(["Oak Road (OR)"])
    assert names.are_told_by("The ward of OR, our hospital") and names.are_told_by("or_OR.png")
    assert not names.are_told_by("two or three wards of a FLOOR")


@pytest.mark.parametrize(
    "text",
    [
        *("falls-at-hh", "hh", "hh_aim.pdf", "hh2021.jpg", "Aim_hh_Xk3f2Qa.pdf"),
        *("https://hh.example/aim", 'See <a href="https://a.example/hh/">this page</a> first'),
    ],
)
def test_an_abbreviation_of_two_letters_is_found_small_in_addresses_and_names_of_files(text):
    assert Names(["Hillside Hospital", "HH"]).are_told_by(text)


@pytest.mark.parametrize(
    "text", ["ahh-falls", "hhs", "aim.hh", "https://a.gov.hh/aim", "hh said so", "1hh2b"]
)
def test_two_small_letters_that_are_no_word_of_an_address_are_not_found(text):
    assert not Names(["Hillside Hospital", "HH"]).are_told_by(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Hillside Hospital, UK", "A hospital in the UK"),
        ("Hillside Hospital (UK)", "A hospital in the UK"),
        ("Hillside Hospital, USA", "A hospital in the USA"),
        ("Hillside Hospital (IN)", "IN"),
        ("Hillside Hospital (QI)", "The QI team"),
        ("Hillside Hospital, TX", "TX"),
    ],
)
def test_a_country_or_the_subject_of_the_hub_is_no_abbreviation_of_a_name(name, text):
    assert not Names([name]).are_told_by(text)


@pytest.mark.parametrize(
    "names",
    [
        ["Grey Hospital (GH)"],
        ["Grey Hospital, GH, Valley"],
        ["Hillside", "GH"],
        ["GH (Hillside)"],
    ],
)
def test_a_country_code_that_is_what_a_facility_is_called_is_found(names):
    assert Names(names).are_told_by("Falls at GH")


def test_an_abbreviation_is_one_of_the_words_and_of_what_is_looked_for():
    short, long = Names(["Oak Road", "OR"]), Names(["Oak Road"])
    assert short.words == {"oak", "road", "or"} and short.phrases == long.phrases
    assert short.looked_for != long.looked_for


@given(st.text(max_size=12), st.text(min_size=3, max_size=12), st.text(max_size=12))
def test_a_name_is_found_wherever_it_stands_between_words(before, name, after):
    names = Names([name])
    assert not names or names.are_told_by(f"{before} | {name} | {after}")


@given(st.text(max_size=40))
def test_plain_text_stays_as_it_is(text):
    assert plain(plain(text)) == plain(text)
