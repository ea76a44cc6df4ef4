"""What reaches the hub late, twice or from two sides loses no word."""

import pytest
from django.contrib.auth import get_user_model

from writing.models import Draft, Member, Wording
from writing.saving import Change, Outcome, save

ONE, OTHER, THIRD = (digit * 32 for digit in "abc")
SAVED, BEHIND, RIVAL = Outcome.SAVED, Outcome.BEHIND, Outcome.RIVAL


@pytest.fixture
def draft(db):
    person = get_user_model().objects.create_user("nurse")
    draft = Draft.objects.create(language="en")
    Member.objects.create(draft=draft, person=person)
    draft.person = person
    return draft


def put(draft, text, base=0, sitting=ONE, seq=1, lineage=None, settles=()):
    """Save one change of the problem, and return what became of it."""
    change = Change("problem", text, base, sitting, seq, lineage or {}, frozenset(settles))
    return save(draft, draft.person, [change])[0].state


def current(draft):
    wording = draft.wordings.get(standing=Wording.Standing.CURRENT)
    return wording.text, wording.version


def texts(draft, standing):
    return sorted(draft.wordings.filter(standing=standing).values_list("text", flat=True))


def test_keystrokes_follow_one_another(draft):
    assert [put(draft, "a"), put(draft, "ab", 1, seq=2)] == [SAVED, SAVED]
    assert current(draft) == ("ab", 2)
    assert draft.wordings.count() == 1


def test_the_same_request_twice_is_saved_once(draft):
    assert [put(draft, "a"), put(draft, "a")] == [SAVED, SAVED]
    assert current(draft) == ("a", 1)


def test_who_was_never_told_that_it_was_saved_goes_on(draft):
    put(draft, "a")
    assert put(draft, "ab", base=0, seq=2) == SAVED
    assert current(draft) == ("ab", 2)


def test_a_request_overtaken_by_a_later_one_changes_nothing(draft):
    put(draft, "abc", seq=3)
    assert put(draft, "ab", seq=2) == SAVED
    assert current(draft) == ("abc", 1)


def test_a_tab_that_takes_over_from_a_closed_one_has_seen_what_that_one_saved(draft):
    put(draft, "a", seq=1)
    assert put(draft, "abc", sitting=OTHER, lineage={ONE: 2}) == SAVED
    assert put(draft, "ab", sitting=ONE, seq=2) == BEHIND
    assert current(draft) == ("abc", 2)
    assert texts(draft, Wording.Standing.RIVAL) == []


def test_of_two_who_write_at_once_both_are_kept(draft):
    put(draft, "mine")
    assert put(draft, "theirs", sitting=OTHER) == RIVAL
    assert put(draft, "theirs, too", sitting=OTHER, seq=2) == RIVAL
    assert current(draft) == ("mine", 1)
    assert texts(draft, Wording.Standing.RIVAL) == ["theirs, too"]


def test_an_old_tab_that_wakes_up_does_not_write_over_what_came_since(draft):
    put(draft, "from the old tab")
    put(draft, "rewritten", base=1, sitting=OTHER)
    assert put(draft, "from the old tab!", base=1, seq=2) == RIVAL
    assert current(draft) == ("rewritten", 2)
    assert texts(draft, Wording.Standing.RIVAL) == ["from the old tab!"]
    assert texts(draft, Wording.Standing.EARLIER) == ["from the old tab"]


def test_choosing_the_other_text_keeps_ones_own_among_the_earlier_ones(draft):
    put(draft, "theirs", sitting=OTHER)
    put(draft, "mine")
    assert put(draft, "theirs", base=1, seq=2) == SAVED
    assert current(draft) == ("theirs", 1)
    assert texts(draft, Wording.Standing.RIVAL) == []
    assert texts(draft, Wording.Standing.EARLIER) == ["mine"]


def test_choosing_ones_own_text_keeps_the_other_among_the_earlier_ones(draft):
    put(draft, "theirs", sitting=OTHER)
    put(draft, "mine")
    assert put(draft, "mine", base=1, seq=2) == SAVED
    assert current(draft) == ("mine", 2)
    assert texts(draft, Wording.Standing.EARLIER) == ["theirs"]


def test_anybody_may_settle_what_somebody_left_behind(draft):
    put(draft, "one", sitting=OTHER)
    put(draft, "two")
    rival = draft.wordings.get(standing=Wording.Standing.RIVAL)
    assert put(draft, "one and two", base=1, sitting=THIRD, settles=[rival.pk]) == SAVED
    assert texts(draft, Wording.Standing.RIVAL) == []
    assert current(draft) == ("one and two", 2)


def test_a_choice_made_before_a_third_text_came_waits_again(draft):
    put(draft, "theirs", sitting=OTHER)
    put(draft, "mine")
    put(draft, "theirs, longer", base=1, sitting=OTHER, seq=2)
    assert put(draft, "mine", base=1, seq=2) == RIVAL
    assert current(draft) == ("theirs, longer", 2)


def test_the_same_words_from_two_sides_are_no_conflict(draft):
    put(draft, "alike")
    assert put(draft, "alike", sitting=OTHER) == SAVED
    assert current(draft) == ("alike", 1)


def test_nothing_is_replaced_while_an_editor_has_the_record(draft, home):
    put(draft, "sent")
    Draft.objects.filter(pk=draft.pk).update(state=Draft.State.SENT, page=home)
    assert put(draft, "sent, and more", base=1, seq=2) == RIVAL
    assert current(draft) == ("sent", 1)
    assert texts(draft, Wording.Standing.RIVAL) == ["sent, and more"]
