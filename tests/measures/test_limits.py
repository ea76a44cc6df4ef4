"""Limits of Shewhart charts: Montgomery's worked examples, and what others compute."""

from decimal import Decimal
from math import isclose

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pycontrolcharts import calc_c, calc_p, calc_u, calc_xmr

from measures.limits import limits
from measures.rules import Rule, shewhart_signals
from measures.series import ChartKind, Point, Series

# D. C. Montgomery, Introduction to Statistical Quality Control, 6th and 7th editions.
# Example 7.1: cans of orange juice that leak, in samples of 50.
ORANGE_JUICE = (
    [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22]
    + [8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6]
)  # fmt: skip
# Table 7.4: purchase orders with an error, of samples of many sizes.
ORDERS = [12, 8, 6, 9, 10, 12, 11, 16, 10, 6, 20, 15, 9, 8, 6, 8, 10, 7, 5, 8, 5, 8, 10, 6, 9]
ORDER_SIZES = (
    [100, 80, 80, 100, 110, 110, 100, 100, 90, 90, 110, 120, 120, 120, 110, 80, 80, 80]
    + [90, 100, 100, 100, 100, 90, 90]
)  # fmt: skip
# Table 7.7: nonconformities in samples of 100 printed circuit boards.
CIRCUIT_BOARDS = (
    [21, 24, 16, 12, 15, 5, 28, 20, 31, 25, 20, 24, 16]
    + [19, 10, 17, 13, 22, 18, 39, 30, 24, 16, 19, 17, 15]
)  # fmt: skip
# Table 7.11: flaws in rolls of dyed cloth, by inspection units of 50 square metres.
CLOTH = [14, 12, 20, 11, 7, 10, 21, 16, 19, 23]
CLOTH_UNITS = ["10", "8", "13", "10", "9.5", "10", "12", "10.5", "12", "12.5"]
# Example 6.5: what it costs to process a mortgage loan.
LOANS = (
    [310, 288, 297, 298, 307, 303, 294, 297, 308, 306]
    + [294, 299, 297, 299, 314, 295, 293, 306, 301, 304]
)  # fmt: skip


def cases(numerators, denominators, per=1, unit="", baseline=0):
    pairs = zip(map(Decimal, numerators), map(Decimal, denominators), strict=True)
    points = [Point(str(at), n * per / d, n, d) for at, (n, d) in enumerate(pairs)]
    return Series(tuple(points), unit=unit, per=per, baseline=baseline)


def singles(values, baseline=0, unit=""):
    points = [Point(str(at), Decimal(value)) for at, value in enumerate(values)]
    return Series(tuple(points), unit=unit, baseline=baseline)


def beyond(found):
    """The numbers of the points beyond the limits, from 1 as books count them."""
    signals = shewhart_signals(found).found
    return [each.points[0] + 1 for each in signals if each.rule is Rule.BEYOND_LIMITS]


def printed(*limits):
    """What a book prints that rounds the centre line before it goes on."""
    return pytest.approx(limits, abs=0.01)


def test_the_p_chart_of_a_book_on_shares_of_equal_samples():
    found = limits(cases(ORANGE_JUICE, [50] * 30), ChartKind.P)
    assert round(found.centre, 4) == 0.2313
    assert {round(limit, 4) for limit in found.upper} == {0.4102}
    assert {round(limit, 4) for limit in found.lower} == {0.0524}
    assert beyond(found) == [15, 23]


def test_the_p_chart_of_a_book_on_shares_of_samples_that_vary():
    found = limits(cases(ORDERS, ORDER_SIZES), ChartKind.P)
    assert round(found.centre, 4) == 0.0955
    assert [round(limit, 3) for limit in found.upper[:3]] == [0.184, 0.194, 0.194]
    assert [round(limit, 3) for limit in found.lower[:4]] == [0.007, 0, 0, 0.007]
    assert beyond(found) == [11]


def test_the_c_chart_of_a_book():
    found = limits(singles(CIRCUIT_BOARDS), ChartKind.C)
    assert round(found.centre, 2) == 19.85
    assert (found.lower[0], found.upper[0]) == printed(6.48, 33.22)
    assert beyond(found) == [6, 20]


def test_the_u_chart_of_a_book_on_units_that_vary():
    found = limits(cases(CLOTH, CLOTH_UNITS), ChartKind.U)
    assert round(found.centre, 2) == 1.42
    assert found.upper[:3] == printed(2.55, 2.68, 2.41)
    assert found.lower[:3] == printed(0.29, 0.16, 0.43)
    assert beyond(found) == []


def test_the_chart_of_single_values_of_a_book():
    found = limits(singles(LOANS), ChartKind.XMR)
    assert found.centre == 300.5
    assert (round(found.lower[0], 2), round(found.upper[0], 2)) == (279.78, 321.22)
    assert beyond(found) == []


def agree(found, chart):
    """Whether another library drew the same lines."""
    columns = ("value", "center_line", "lcl", "ucl")
    theirs = zip(*(chart[name] for name in columns), strict=True)
    ours = zip(
        found.values, [found.centre] * len(found.values), found.lower, found.upper, strict=True
    )
    return all(
        isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
        for row in zip(ours, theirs, strict=True)
        for one, other in zip(*row, strict=True)
    )


COUNTS = st.integers(0, 500)
SHARES = st.lists(
    st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    min_size=2,
    max_size=40,
)
RATES = st.lists(st.tuples(COUNTS, st.integers(1, 5000)), min_size=2, max_size=40)


@settings(max_examples=60, deadline=None)
@given(SHARES)
def test_limits_of_shares_are_those_of_another_library(pairs):
    some, of_all = zip(*pairs, strict=True)
    assert agree(
        limits(cases(some, of_all), ChartKind.P), calc_p(list(some), sample_size=list(of_all))
    )


@settings(max_examples=60, deadline=None)
@given(RATES)
def test_limits_of_rates_are_those_of_another_library(pairs):
    events, exposure = zip(*pairs, strict=True)
    chart = calc_u(list(events), area=list(exposure))
    assert agree(limits(cases(events, exposure), ChartKind.U), chart)


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=2, max_size=40))
def test_limits_of_counts_are_those_of_another_library(counts):
    assert agree(limits(singles(counts), ChartKind.C), calc_c(counts))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.decimals(-1000, -1, places=2), min_size=2, max_size=40))
def test_limits_of_single_values_are_those_of_another_library(values):
    chart = calc_xmr([float(value) for value in values])
    assert agree(limits(singles(values), ChartKind.XMR), chart)


@pytest.mark.parametrize("kind", [ChartKind.C, ChartKind.XMR])
@given(value=st.integers(0, 300), length=st.integers(1, 60))
def test_a_constant_series_gives_no_signal_on_charts_of_values(kind, value, length):
    found = shewhart_signals(limits(singles([value] * length), kind))
    assert found.found == () and found.centre == value


@pytest.mark.parametrize("kind", [ChartKind.P, ChartKind.U])
@given(st.integers(1, 300), st.integers(1, 60), st.data())
def test_a_constant_series_gives_no_signal_on_charts_of_cases(kind, size, length, data):
    some = data.draw(st.integers(0, size))
    series = cases([some] * length, [size] * length, per=100)
    assert shewhart_signals(limits(series, kind)).found == ()


@given(SHARES)
def test_limits_are_in_the_unit_of_the_series(pairs):
    some, of_all = zip(*pairs, strict=True)
    plain = limits(cases(some, of_all), ChartKind.P)
    percent = limits(cases(some, of_all, per=100), ChartKind.P)
    for one, hundredfold in zip(plain.upper, percent.upper, strict=True):
        assert isclose(one * 100, hundredfold, rel_tol=1e-12, abs_tol=1e-12)
    assert min(percent.lower) >= 0 and max(percent.upper) <= 100


def test_limits_come_from_the_baseline_alone():
    found = limits(singles([10, 12, 10, 12, 90, 95], baseline=4), ChartKind.XMR)
    assert found.centre == 11
    assert isclose(found.upper[5], 11 + 3 * 2 / 1.128)
    assert beyond(found) == [5, 6]


def test_limits_of_what_cannot_be_negative_or_above_all_end_there():
    found = limits(singles([2, 98, 3, 97], unit="%"), ChartKind.XMR)
    assert (found.lower[0], found.upper[0]) == (0, 100)
    assert limits(singles([-2, 98, 3, 97]), ChartKind.XMR).lower[0] < -100


def test_eight_points_on_one_side_are_a_signal_and_seven_are_none():
    calm = [10, 12] * 4
    for extra, marked in ((7, []), (8, [tuple(range(8, 16))])):
        found = shewhart_signals(limits(singles([*calm, 10, *[12] * extra], 8), ChartKind.XMR))
        sides = [each.points for each in found.found if each.rule is Rule.ONE_SIDE]
        assert [len(points) for points in sides] == [len(points) for points in marked]


@pytest.mark.parametrize("kind", [ChartKind.AUTO, ChartKind.NONE, ChartKind.RUN])
def test_charts_without_limits_have_none(kind):
    with pytest.raises(ValueError, match="no limits"):
        limits(singles([1, 2, 3]), kind)


def test_shares_without_cases_have_no_limits():
    with pytest.raises(ValueError, match="numerator"):
        limits(singles([1, 2, 3]), ChartKind.P)
