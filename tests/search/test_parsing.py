"""What a reader typed becomes words, an identifier, or both."""

import pytest

from search.parsing import LONGEST_QUERY, MOST_WORDS, clean, parse

pytestmark = pytest.mark.django_db


def words(text, language="en"):
    return [word.exact for word in parse(text, language).words.words]


@pytest.mark.parametrize(
    "typed",
    [
        "10.1136/bmjoq-2021-001459",
        "https://doi.org/10.1136/BMJOQ-2021-001459",
        "http://dx.doi.org/10.1136/bmjoq-2021-001459",
        "doi: 10.1136/bmjoq-2021-001459.",
    ],
)
def test_a_doi_is_looked_up_however_it_is_typed(typed):
    parsed = parse(typed, "en")
    assert parsed.identifier == "10.1136/bmjoq-2021-001459"
    assert parsed.words is None


@pytest.mark.parametrize("typed", ["PMID: 33547156", "https://pubmed.ncbi.nlm.nih.gov/33547156/"])
def test_a_pmid_is_looked_up_however_it_is_typed(typed):
    assert parse(typed, "en").identifier == "33547156"


def test_a_bare_number_may_be_a_pmid_or_a_word():
    parsed = parse("33547156", "en")
    assert parsed.identifier == "33547156"
    assert parsed.words.words[0].exact == "33547156"


def test_grammar_words_of_a_question_are_left_out():
    assert words("how to care for a newborn at the ward") == ["care", "newborn", "ward"]
    assert words("नवजात शिशु की देखभाल कैसे करें", "hi") == ["नवजात", "शिशु", "देखभाल"]


def test_a_question_of_grammar_words_only_keeps_them():
    assert words("to be or not to be") == ["to", "be", "or", "not"]


def test_a_word_is_asked_for_in_the_stems_of_all_languages():
    (word,) = parse("infections", "hi").words.words
    assert {"en\ue000infect", "fr\ue000infect"} <= set(word.stems)


def test_words_written_without_spaces_are_also_asked_for_side_by_side():
    assert parse("新生儿死亡率", "zh").words.phrases == (("新生", "儿", "死亡率"),)


def test_text_is_cut_to_a_length_no_question_exceeds():
    assert len(clean("x" * 10_000)) == LONGEST_QUERY
    many = " ".join(f"{n}" for n in range(200))
    assert len(parse(many, "en").words.words) <= MOST_WORDS


@pytest.mark.parametrize("nothing", ["", "   ", "\x00", "\u3000"])
def test_nothing_typed_asks_for_everything(nothing):
    assert parse(nothing, "en").is_empty
