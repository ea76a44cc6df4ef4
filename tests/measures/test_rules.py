"""The rules of run charts, on published examples and on whatever hypothesis thinks of."""

from collections import Counter
from decimal import Decimal
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.rules import Rule, run_chart_signals
from measures.runs import expected_runs
from measures.series import Point, Series

VALUES = st.decimals(-1000, 1000, places=1)
SERIES = st.lists(VALUES, min_size=1, max_size=40)


def series(values, baseline=0):
    points = [Point(str(at), Decimal(value)) for at, value in enumerate(values)]
    return Series(tuple(points), baseline=baseline)


def signals(values, rule, baseline=0):
    """The positions that a rule marks, one tuple a signal."""
    found = run_chart_signals(series(values, baseline)).found
    return [signal.points for signal in found if signal.rule is rule]


def around_zero(values):
    """The values behind a baseline whose median is 0 and which breaks no rule."""
    calm = [1, -1, -1, 1, 1, -1, -1, 1, 1, -1]
    return [*calm, *values], len(calm)


# D. Balestracci, An underrated test for run charts, Quality Digest, October 2008: 16 months, seven
# above the median, seven below, one above, one below, and a fall from the fifth to the ninth.
BALESTRACCI = [31, 33, 30, 32, 36, 35, 34, 24, 22, 23, 25, 21, 24, 23, 30, 20]


def test_an_article_s_sixteen_months_have_too_few_runs_and_two_shifts():
    found = run_chart_signals(series(BALESTRACCI))
    assert (found.useful, found.runs, found.fewest) == (16, 4, 5)
    assert signals(BALESTRACCI, Rule.FEW_RUNS) == [tuple(range(16))]
    assert signals(BALESTRACCI, Rule.SHIFT) == [tuple(range(7)), tuple(range(7, 14))]
    assert signals(BALESTRACCI, Rule.TREND) == [(4, 5, 6, 7, 8)]


def test_ten_points_that_cross_the_median_once_are_too_few_runs():
    """Perla, Provost and Murray (2011), the third rule's figure: two runs, at least three due."""
    values = [5, 9, 6, 8, 7, 2, 4, 1, 3, 0]
    found = run_chart_signals(series(values))
    assert (found.useful, found.runs, found.fewest, found.most) == (10, 2, 3, 9)
    assert signals(values, Rule.FEW_RUNS) == [tuple(range(10))]


def test_points_that_change_sides_each_time_are_too_many_runs():
    """The example of 24 points that cross 23 times, where 8 to 18 runs are due."""
    found = run_chart_signals(series([1, 2] * 12))
    assert (found.runs, found.fewest, found.most) == (24, 8, 18)
    assert [signal.rule for signal in found.found] == [Rule.MANY_RUNS]


# What the run charts of NHS Scotland mark, after the same rules: the R package `runchart` by J.
# Adams, whose examples these are. Of equal neighbours it marks both, we the first.
SHIFTS = [
    ([1] * 5, None),
    ([1, 2, 3, 4, 5, 6], range(6)),
    ([1, 2, 3, 4, 3, 2, 1], range(7)),
    ([-1, -2, -3, -4, -3, -2, -1], range(7)),
    ([0, 1, 2, 3, 3, 2, 1], range(1, 7)),
    ([1] * 5 + [0] * 9, None),
    ([1] * 5 + [0, 0, 1], (0, 1, 2, 3, 4, 7)),
    ([1] * 4 + [0] * 4 + [1, 1], (0, 1, 2, 3, 8, 9)),
    ([1] * 6 + [-1, 1, 2], range(6)),
    ([0] * 15, None),
]
TRENDS = [
    ([1, 2, 3, 4], None),
    ([1, 2, 3, 4, 5], range(5)),
    ([-1, -2, -3, -4, -5, -6], range(6)),
    ([1, 3] * 5, None),
    ([1, 2, 3, 4, 3, 2, 1], None),
    ([1, 2, 3, 4] + [4] * 9, None),
    ([1, 2, 3, 4, 4, 4, 5], (0, 1, 2, 3, 6)),
    ([0] * 5 + [1, 2, 3, 4, 5, 6, 7, 8], (0, 5, 6, 7, 8, 9, 10, 11, 12)),
    ([1, 2, 3, 4, 5, -1, 1, 2], range(5)),
    ([0] * 15, None),
]


@pytest.mark.parametrize(("values", "marked"), SHIFTS)
def test_a_shift_is_what_the_health_service_of_scotland_marks(values, marked):
    values, baseline = around_zero(values)
    found = signals(values, Rule.SHIFT, baseline)
    # The last point of the baseline is below its median, and would begin a shift downwards.
    expected = [tuple(baseline + at for at in marked)] if marked else []
    begins_below = expected and values[baseline] < 0
    assert found == ([(baseline - 1, *expected[0])] if begins_below else expected)


@pytest.mark.parametrize(("values", "marked"), TRENDS)
def test_a_trend_is_what_the_health_service_of_scotland_marks(values, marked):
    assert signals(values, Rule.TREND) == ([tuple(marked)] if marked else [])


def test_a_rise_and_a_fall_share_their_peak():
    values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert signals(values, Rule.TREND) == [tuple(range(9)), tuple(range(8, 17))]


@given(st.lists(st.sampled_from([-1, 1]), max_size=30), st.data())
def test_a_shift_of_six_is_found_wherever_it_starts(noise, data):
    start = data.draw(st.integers(0, len(noise)))
    side = data.draw(st.sampled_from([-1, 1]))
    values, baseline = around_zero([*noise[:start], *[side] * 6, *noise[start:]])
    six = set(range(baseline + start, baseline + start + 6))
    assert any(six <= set(points) for points in signals(values, Rule.SHIFT, baseline))


@given(SERIES, st.integers(0, 40))
def test_no_shift_is_shorter_than_six_or_has_points_of_both_sides(values, baseline):
    found = run_chart_signals(series(values, baseline))
    for signal in found.found:
        if signal.rule is Rule.SHIFT:
            above = {values[at] > found.centre for at in signal.points}
            assert len(signal.points) >= 6 and len(above) == 1
            between = set(range(signal.points[0], signal.points[-1])) - set(signal.points)
            assert all(values[at] == found.centre for at in between)


@given(SERIES, st.data())
def test_five_points_that_rise_are_a_trend_wherever_they_stand(values, data):
    start = data.draw(st.integers(0, len(values)))
    rising = [*values[:start], 2001, 2002, 2003, 2004, 2005, *values[start:]]
    five = set(range(start, start + 5))
    assert any(five <= set(points) for points in signals(rising, Rule.TREND))


@given(VALUES, st.integers(1, 60), st.integers(0, 60))
def test_a_constant_series_gives_no_signal(value, length, baseline):
    found = run_chart_signals(series([value] * length, baseline))
    assert found.found == () and found.centre == value


@given(SERIES, st.decimals(-50, 50, places=1), st.integers(0, 40))
def test_signals_do_not_depend_on_where_the_scale_begins(values, offset, baseline):
    moved = [value + offset for value in values]
    found = run_chart_signals(series(values, baseline))
    assert run_chart_signals(series(moved, baseline)).found == found.found


@given(SERIES)
def test_what_is_upside_down_has_the_same_signals(values):
    upside_down = [-value for value in values]
    there = {signal for signal in run_chart_signals(series(upside_down)).found}
    assert there == set(run_chart_signals(series(values)).found)


def test_a_far_point_is_astronomical_and_a_near_one_is_not():
    calm = [50, 52, 49, 51, 50, 53, 48, 52, 50, 51]
    assert signals([*calm, 90], Rule.ASTRONOMICAL, len(calm)) == [(10,)]
    assert signals([*calm, 55], Rule.ASTRONOMICAL, len(calm)) == []


def test_a_new_level_is_a_shift_and_not_many_points_far_from_all_others():
    found = run_chart_signals(series([30, 31, 29] * 10 + [90, 91] * 4, baseline=30)).found
    assert [signal.rule for signal in found if signal.points[-1] >= 30] == [Rule.SHIFT]


def test_rare_events_among_zeros_are_no_shift_but_six_in_a_row_are():
    rare = [0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 3, 0, 0, 1, 0, 2, 0, 0, 0, 1]
    found = run_chart_signals(series(rare))
    assert found.centre == 0 and found.found == () and found.runs is None
    assert signals([*rare, 2, 1, 3, 2, 1, 2], Rule.SHIFT) == [tuple(range(19, 26))]
    assert signals([0] * 12 + [80, 85, 82, 88, 84, 86], Rule.SHIFT) == [tuple(range(12, 18))]


def test_few_points_have_no_astronomical_one_and_no_count_of_runs():
    found = run_chart_signals(series([1, 2, 1, 2, 900]))
    assert found.found == () and found.runs is None


def test_a_baseline_keeps_later_points_out_of_the_centre():
    found = run_chart_signals(series([10, 12, 11, 13, 50, 50, 50, 50, 50, 50], baseline=4))
    assert found.centre == Decimal("11.5")
    assert [signal.points for signal in found.found] == [(3, 4, 5, 6, 7, 8, 9)]


def test_nothing_has_no_signals():
    assert run_chart_signals(Series(())).found == ()


@cache
def orders(above, below, last):
    """How many orders of so many points above and below, the last as told, make how many runs."""
    if last == "below":
        return orders(below, above, "above")
    if above == 0:
        return Counter()
    if (above, below) == (1, 0):
        return Counter({1: 1})
    found = Counter(orders(above - 1, below, "above"))
    for runs, count in orders(above - 1, below, "below").items():
        found[runs + 1] += count
    return found


def one_in_twenty(points):
    """The last numbers of runs, from either end, that at most one order in twenty reaches."""
    above, below = points // 2, points - points // 2
    every = orders(above, below, "above") + orders(above, below, "below")
    likely = [
        runs
        for runs in every
        if 20
        * min(
            sum(count for other, count in every.items() if other <= runs),
            sum(count for other, count in every.items() if other >= runs),
        )
        > every.total()
    ]
    return min(likely) - 1, max(likely) + 1


@pytest.mark.parametrize("points", [10, 16, 20, 34, 48, 60, 62, 100])
def test_the_limits_of_runs_hold_one_in_twenty_at_either_end(points):
    """Counted order by order: Swed and Eisenhart's table, of which the printed one is made."""
    assert expected_runs(points) == one_in_twenty(points)


def test_the_printed_limits_of_odd_numbers_are_within_one_run_of_it():
    for points in range(11, 60, 2):
        pairs = zip(expected_runs(points), one_in_twenty(points), strict=True)
        assert max(abs(one - other) for one, other in pairs) <= 1, points


@pytest.mark.parametrize("points", range(9))
def test_too_few_points_have_no_limits_of_runs(points):
    assert expected_runs(points) == (None, None)


def test_the_limits_of_runs_go_on_beyond_the_table():
    limits = [expected_runs(points) for points in range(58, 70)]
    assert limits == sorted(limits)
    assert expected_runs(500) == (232, 270)
