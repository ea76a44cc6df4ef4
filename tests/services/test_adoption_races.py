"""Two requests cannot close a circle of adoptions that neither of them would close alone."""

import pytest

from tests.services.racing import result_of


@pytest.fixture(scope="module")
def races():
    """What came of the races."""
    return result_of("tests.services.closing_circles")


def test_the_other_half_of_a_circle_waits_for_the_first_and_is_refused(races):
    assert races["held"] == ["kept waiting", "refused"]


def test_of_all_who_close_a_ring_at_once_one_is_refused(races):
    assert races["ring"] == ["refused"] + ["saved"] * (len(races["ring"]) - 1)
