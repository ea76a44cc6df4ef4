"""What is marked is what matched, and nothing in a text can become markup."""

import pytest

from search.highlight import highlight
from search.parsing import parse

pytestmark = pytest.mark.django_db


def marked(text, query, language="en"):
    return highlight(text, language, parse(query, language).words)[0]


def test_matching_words_are_marked_in_their_inflected_form():
    assert marked("Care of newborns.", "newborn") == "Care of <mark>newborns</mark>."


def test_markup_in_a_text_is_escaped():
    assert marked("<script>ward</script> & more", "ward") == (
        "&lt;script&gt;<mark>ward</mark>&lt;/script&gt; &amp; more"
    )


def test_a_match_far_into_a_long_text_is_shown_in_its_surroundings():
    passage = marked("filler " * 200 + "kangaroo care " + "filler " * 200, "kangaroo")
    assert "<mark>kangaroo</mark> care" in passage
    assert passage.startswith("…")
    assert passage.endswith("…")
    assert len(passage) < 400


def test_the_passage_with_most_of_the_words_is_shown():
    text = "kangaroo " + "filler " * 100 + "kangaroo mother care " + "filler " * 100
    assert highlight(text, "en", parse("kangaroo mother care", "en").words)[1] == 3


def test_without_a_match_the_beginning_is_shown():
    assert marked("A ward of ours.", "kangaroo") == "A ward of ours."


def test_thai_words_are_marked_within_their_sentence():
    assert "<mark>ทารก</mark>" in marked("ดูแลทารกที่บ้าน", "ทารก", "th")


def test_a_text_without_words_is_shown_as_it_is():
    assert marked("<<>>", "ward") == "&lt;&lt;&gt;&gt;"


def test_a_number_with_a_fraction_is_marked_whole():
    assert marked("Give 3.5 mg.", "3.5 mg") == "Give <mark>3.5</mark> <mark>mg</mark>."


def test_the_beginning_of_a_long_text_is_shown_where_it_has_all_words():
    passage = marked("A ward. " + "filler " * 400 + "ward", "ward")
    assert passage.startswith("A <mark>ward</mark>. filler")
    assert passage.endswith("…")
