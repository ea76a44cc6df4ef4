"""What questions found is remembered, and never believed once it is true no more."""

from search.found import Found, Memory
from search.models import Promotion

ASKED = range(3)


def test_what_is_published_shows_though_the_same_was_asked_before(library, titles):
    library.guide("Oxygen in the ward")
    for _ in ASKED:
        assert titles("oxygen") == ["Oxygen in the ward"]
    library.guide("Oxygen at home")
    assert sorted(titles("oxygen")) == ["Oxygen at home", "Oxygen in the ward"]


def test_what_is_edited_is_found_by_its_new_words_only(library, search):
    guide = library.guide("Oxygen in the ward")
    for _ in ASKED:
        assert (search("oxygen").total, search("thermometers").total) == (1, 0)
    with library.committed():
        guide.title = "Thermometers in the ward"
        guide.save_revision().publish()
    assert (search("oxygen").total, search("thermometers").total) == (0, 1)


def test_what_is_withdrawn_shows_no_more_though_the_same_was_asked_before(library, search):
    guide = library.guide("Oxygen in the ward")
    for _ in ASKED:
        assert search("oxygen").total == 1
    with library.committed():
        guide.unpublish()
    assert search("oxygen").total == 0


def test_what_editors_put_first_is_lifted_though_the_same_was_asked_before(library, titles):
    first, second = "Clean hands and wards", "Clean wards and hands"
    pages = {title: library.guide(title) for title in (first, second)}
    for _ in ASKED:
        last = titles("clean wards hands")[-1]
    Promotion.objects.create(questions="something else", page=pages[last])
    assert titles("clean wards hands")[0] == last


def test_only_the_last_questions_are_remembered():
    memory = Memory(most=2)
    for question in ("one", "two", "three"):
        memory.keep(question, Found({}))
    assert [bool(memory.recall(question)) for question in ("one", "two", "three")] == [
        False,
        True,
        True,
    ]


def test_what_an_engine_said_is_forgotten_when_it_may_say_something_else():
    memory = Memory()
    memory.keep("question", Found({}, seconds=0))
    assert memory.recall("question") is None
