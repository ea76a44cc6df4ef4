"""Which chart suits a series, why another does not, and Pareto's shares."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.choosing import ENOUGH_FOR_LIMITS, chart_kind, unsuited
from measures.limits import limits
from measures.pareto import bars
from measures.series import ChartKind, Point, Series

MANY = ENOUGH_FOR_LIMITS


def series(length, value=5, numerator=None, denominator=None, **told):
    numbers = (value, numerator, denominator)
    point = [None if number is None else Decimal(number) for number in numbers]
    return Series(tuple(Point(str(at), *point) for at in range(length)), **told)


def shares(length=MANY, **told):
    return series(length, 30, 3, 10, **{"unit": "%", "per": 100, **told})


@pytest.mark.parametrize(
    ("given", "chart"),
    [
        (shares(), ChartKind.P),
        (shares(unit="٪"), ChartKind.P),
        (shares(unit="", per=1), ChartKind.P),
        (shares(unit="per 100 patient days"), ChartKind.U),
        (shares(unit="per 1,000 patient days", per=1000), ChartKind.U),
        (series(MANY), ChartKind.XMR),
        (shares(MANY - 1), ChartKind.RUN),
        (series(MANY - 1), ChartKind.RUN),
        (series(40, baseline=10), ChartKind.RUN),
        (series(40, baseline=MANY), ChartKind.XMR),
        (series(MANY, 150, 15, 10, unit="%", per=100), ChartKind.RUN),
        (series(MANY, 25, "2.5", 10, unit="%", per=100), ChartKind.RUN),
        (series(2), ChartKind.RUN),
        (series(1), ChartKind.NONE),
        (series(0), ChartKind.NONE),
    ],
)
def test_the_chart_is_the_one_that_says_most(given, chart):
    assert chart_kind(given, ChartKind.AUTO) is chart


@pytest.mark.parametrize("wanted", [ChartKind.P, ChartKind.U, ChartKind.C])
def test_a_chart_that_does_not_suit_becomes_a_run_chart(wanted):
    assert chart_kind(series(MANY, "5.5"), wanted) is ChartKind.RUN


def test_an_editor_s_wish_is_granted_where_it_can_be():
    for wanted in (ChartKind.C, ChartKind.XMR, ChartKind.RUN, ChartKind.NONE):
        assert chart_kind(series(MANY), wanted) is wanted
    for wanted in (ChartKind.P, ChartKind.U, ChartKind.XMR):
        assert chart_kind(shares(), wanted) is wanted


def test_each_chart_that_does_not_suit_has_a_reason():
    assert unsuited(shares()) == {ChartKind.C: "The points are not counts."}
    assert set(unsuited(series(5))) == {ChartKind.P, ChartKind.U, ChartKind.C, ChartKind.XMR}
    assert "20 points" in unsuited(series(5))[ChartKind.XMR]
    assert "numerator" in unsuited(series(MANY))[ChartKind.P]
    assert set(map(str, unsuited(series(1)).values())) == {"There are fewer than two points."}


@given(
    st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=MANY, max_size=MANY + 5),
    st.sampled_from(ChartKind),
    st.booleans(),
)
def test_whatever_chart_is_chosen_can_be_drawn(pairs, wanted, with_cases):
    points = [
        Point(str(at), Decimal(some), *map(Decimal, (some, of_all)))
        if with_cases
        else Point(str(at), Decimal(some))
        for at, (some, of_all) in enumerate(pairs)
    ]
    drawn = Series(tuple(points), unit="%", per=100)
    kind = chart_kind(drawn, wanted)
    if kind not in (ChartKind.NONE, ChartKind.RUN):
        found = limits(drawn, kind)
        for low, high in zip(found.lower, found.upper, strict=True):
            assert low <= found.centre + 1e-9 and found.centre <= high + 1e-9


def test_pareto_s_bars_go_down_and_their_shares_add_up():
    found = bars([("No towels", 3), ("No chart", 12), ("No staff", 5)])
    assert [(bar.cause, bar.cumulative) for bar in found] == [
        ("No chart", Fraction(12, 20)),
        ("No staff", Fraction(17, 20)),
        ("No towels", Fraction(1)),
    ]


@given(st.lists(st.tuples(st.text(max_size=3), st.integers(0, 1000))))
def test_pareto_loses_no_cause_and_no_count(counts):
    found = bars(counts)
    assert sorted((bar.cause, bar.count) for bar in found) == sorted(counts)
    total = sum(count for _cause, count in counts)
    assert sum(bar.share for bar in found) == bool(total)
    assert [bar.cumulative for bar in found] == sorted(bar.cumulative for bar in found)
