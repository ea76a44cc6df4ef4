"""People who write one draft at the same moment lose no text, or are told that it is gone."""

from tests.services import writing_at_once, writing_while_deleted
from tests.services.racing import result_of


def test_everybodys_last_words_are_kept_and_one_text_is_the_answer():
    kept = result_of(writing_at_once.__name__)

    people, keystrokes = writing_at_once.PEOPLE, writing_at_once.KEYSTROKES
    assert [text for text, _standing in kept] == [
        f"{number}:" + "x" * keystrokes for number in range(people)
    ]
    standings = sorted(standing for _text, standing in kept)
    assert standings == ["current"] + ["rival"] * (people - 1)


def test_whoever_writes_while_a_draft_is_deleted_is_told_and_leaves_nothing_behind():
    found = result_of(writing_while_deleted.__name__)

    assert found == {"told": ["told"] * writing_while_deleted.PEOPLE, "left": 0}
