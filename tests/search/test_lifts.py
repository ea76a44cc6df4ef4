"""What is new or chosen by editors goes before what answers about equally well, and no further."""

import datetime

from search.models import Promotion

LONG_AGO = datetime.date(2001, 1, 1)
ANSWER = "Washing hands keeps patients safe, as everybody on the ward knows by now. " * 6


def guides(library, *, second_published_on=LONG_AGO):
    """Publish two guides, of which the first answers better by a word less of other things."""
    first = library.guide("First", ANSWER, published_on=LONG_AGO)
    second = library.guide("Second", f"{ANSWER} Daily.", published_on=second_published_on)
    return first, second


def test_of_two_old_guides_the_better_answer_comes_first(library, titles):
    guides(library)
    assert titles("washing hands") == ["First", "Second"]


def test_a_new_guide_comes_before_an_old_one_that_answers_about_as_well(library, titles):
    guides(library, second_published_on=datetime.date.today())
    assert titles("washing hands") == ["Second", "First"]


def test_a_guide_that_editors_put_first_elsewhere_is_lifted_a_little(library, titles):
    _, second = guides(library)
    Promotion.objects.create(language="en", questions="clean wards", page=second)
    assert titles("washing hands") == ["Second", "First"]


def test_no_lift_carries_a_guide_past_one_that_has_more_of_the_words(library, titles):
    library.guide("Every word", "Washing hands", published_on=LONG_AGO)
    chosen = library.guide("Washing", published_on=datetime.date.today())
    Promotion.objects.create(language="en", questions="clean wards", page=chosen)
    assert titles("washing hands") == ["Every word", "Washing"]
