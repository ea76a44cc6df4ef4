"""Quotation marks ask for words side by side, a minus sign leaves a word out."""

import pytest


@pytest.fixture
def asphyxia(library):
    library.guide("Side by side", "Birth asphyxia is an emergency.")
    library.guide("Apart", "Asphyxia after a long birth.")


@pytest.mark.parametrize("typed", ['"birth asphyxia"', "“birth asphyxia”", "«Birth Asphyxia»"])
def test_words_in_quotation_marks_stand_side_by_side(asphyxia, titles, typed):
    assert titles(typed) == ["Side by side"]


def test_what_nobody_has_in_these_words_is_answered_without_the_marks(asphyxia, search):
    results = search('"asphyxia birth"', "en")
    assert results.total == 2
    assert results.nearest


def test_a_word_after_a_minus_sign_is_left_out(asphyxia, titles):
    assert titles("asphyxia -emergency") == ["Apart"]
    assert titles('asphyxia -"long birth"') == ["Side by side"]


def test_a_hyphen_within_words_leaves_nothing_out(library, titles):
    library.guide("Skin-to-skin care")
    assert titles("skin-to-skin") == ["Skin-to-skin care"]


def test_a_question_of_nothing_but_what_is_left_out_asks_for_it(asphyxia, titles):
    assert titles("-emergency") == ["Side by side"]


def test_marks_in_a_long_question_leave_nothing_out(asphyxia, search):
    typed = 'how does one call the "baby friendly" care of newborns with asphyxia after birth'
    assert search(typed, "en").total == 2
