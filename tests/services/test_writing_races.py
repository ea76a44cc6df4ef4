"""Six people who save one answer at the same moment lose none of their texts."""

from tests.services.racing import result_of
from tests.services.writing_at_once import KEYSTROKES, PEOPLE


def test_everybodys_last_words_are_kept_and_one_text_is_the_answer():
    kept = result_of("tests.services.writing_at_once")

    assert [text for text, _standing in kept] == [
        f"{number}:" + "x" * KEYSTROKES for number in range(PEOPLE)
    ]
    standings = sorted(standing for _text, standing in kept)
    assert standings == ["current"] + ["rival"] * (PEOPLE - 1)
