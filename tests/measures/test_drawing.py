"""What a chart draws of a series, and says of it."""

import re
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from core.languages import CONTENT_LANGUAGES
from measures.drawing import paths, telling
from measures.drawing.chart import chart_of
from measures.drawing.frame import HEIGHT, Frame, ticks
from measures.drawing.page import drawing_of
from measures.drawing.words import words_of
from measures.rules import Rule
from measures.series import Change, ChartKind, Point, Series

VALUES = st.decimals(-(10**6), 10**6, places=2)


def series_of(values, **others):
    points = (
        Point(f"2021-{number:02}", Decimal(value)) for number, value in enumerate(values, start=1)
    )
    return Series(tuple(points), **others)


def drawn(series, kind=ChartKind.RUN, language="en"):
    with override(language):
        return drawing_of(series, kind)


def classes(svg):
    root = ElementTree.fromstring(f"<svg>{svg}</svg>")
    return [each.get("class") for each in root.iter("path")]


def places(path):
    """Where a path of relative lines leads, as [(x, y)]."""
    numbers = [int(number) for number in re.findall(r"-?\d+", path)]
    x = y = 0
    found = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        found.append((x, y))
    return found


@given(st.lists(st.integers(-500, 500), min_size=1, max_size=50), st.sampled_from([20, -20]))
def test_a_line_leads_through_every_point(heights, step):
    expected = [(10 + step * number, height) for number, height in enumerate(heights)]
    assert places(paths.line(10, step, heights)) == expected


@given(st.lists(VALUES, min_size=2, max_size=40), st.booleans())
def test_every_point_lies_within_the_field(values, mirrored):
    frame = Frame(len(values), ticks(min(values), max(values)), mirrored)
    assert all(0 <= y <= HEIGHT for y in frame.ys(values))
    assert all(0 < frame.x(index) < frame.width for index in range(len(values)))


@given(VALUES, VALUES)
def test_labelled_values_are_few_round_and_hold_all_values(one, other):
    low, high = sorted((one, other))
    found = ticks(low, high)
    assert found[0] <= low <= high <= found[-1]
    assert 2 <= len(found) <= 7
    assert len({after - before for before, after in zip(found, found[1:], strict=False)}) == 1
    assert len((found[1] - found[0]).normalize().as_tuple().digits) <= 2


def test_counts_are_drawn_from_nought():
    assert ticks(Decimal(12), Decimal(60))[0] == 0


@pytest.mark.parametrize("language", ["ar", "ur"])
def test_time_runs_from_right_to_left_where_the_script_does(language):
    series = series_of([10, 20, 30])
    there, here = (
        places(re.search(r'class="r" d="([^"]*)"', drawn(series, language=code).svg)[1])
        for code in (language, "en")
    )
    assert [x for x, _y in there] == [x for x, _y in reversed(here)]
    assert [y for _x, y in there] == [y for _x, y in here]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "1,234,567.50"),
        ("fr", "1\u202f234\u202f567,50"),
        ("id", "1.234.567,50"),
        ("hi", "12,34,567.50"),
        ("bn", "১২,৩৪,৫৬৭.৫০"),
        ("ne", "१२,३४,५६७.५०"),
        ("my", "၁,၂၃၄,၅၆၇.၅၀"),
    ],
)
def test_a_number_keeps_its_digits_in_the_signs_of_its_language(language, text):
    assert words_of(language).number(Decimal("1234567.50")) == text


@pytest.mark.parametrize(
    ("language", "when", "text"),
    [
        ("en", "2021-03", "Mar 2021"),
        ("en", "2021-Q3", "Q3 2021"),
        ("en", "2021-W09", "2021-W09"),
        ("en", "2021-13", "2021-13"),
        ("en", "Baseline, 2", "Baseline, 2"),
        ("fr", "2021-03-09", "9 mars 2021"),
        ("bn", "2021-03-09", "৯ মার্চ, ২০২১"),
        ("ar", "2021-03", "مارس 2021"),
    ],
)
def test_times_are_written_as_their_language_does_and_names_stay(language, when, text):
    assert words_of(language).when(when) == text


@pytest.mark.parametrize("language", [each.code for each in CONTENT_LANGUAGES])
def test_the_table_has_every_number_once_in_its_order(language):
    values = [Decimal(number) / 4 for number in range(500)]
    words = words_of(language)
    rows = drawn(series_of(values), language=language).rows
    cells = re.findall(r"<th scope=row>[^<]*<td>([^<]*)", rows)
    assert cells == [words.number(value) for value in values]


def test_cases_stand_beside_their_share():
    points = (Point("1", Decimal(100) / 3, Decimal(20), Decimal(60)), Point("2", Decimal("12.50")))
    rows = drawn(Series(points)).rows
    assert "<td>33.3<td>20<td>60" in rows
    assert "<td>12.50<td><td>" in rows


def test_a_shift_is_a_band_and_is_told_with_its_times():
    series = series_of([2, 1, 2, 1, 2, 1, 9, 9, 9, 9, 9, 9], baseline=6)
    chart = chart_of(series, ChartKind.RUN)
    drawing = drawn(series)
    assert (6, 11) in chart.bands
    assert "s" in classes(drawing.svg)
    told = [f"{key.label}: {key.value}" for key in drawing.signals]
    assert "Six or more points on one side of the median: Jul 2021 – Dec 2021" in told
    row = next(row for row in drawing.rows.split("<tr>") if "Jul 2021" in row)
    assert "Six or more points on one side of the median" in row


def test_a_single_signal_is_framed():
    series = series_of([10, 11, 10, 12, 11, 10, 11, 10, 12, 11, 90, 10])
    drawing = drawn(series)
    assert {"x", "y"} <= set(classes(drawing.svg))
    assert ("x", "Nov 2021") in [(key.name, key.value) for key in drawing.signals]


def test_a_constant_series_shows_no_signal():
    drawing = drawn(series_of([7] * 12))
    assert not drawing.signals
    assert not {"s", "x", "y"} & set(classes(drawing.svg))


@pytest.mark.parametrize(("count", "lines"), [(9, []), (10, ["Median"])])
def test_a_median_of_few_points_is_no_line_to_hold_them_against(count, lines):
    drawing = drawn(series_of([3, 5] * 5 if count == 10 else [3, 5, 4] * 3))
    assert [key.label for key in drawing.keys] == lines
    assert ("m" in classes(drawing.svg)) is bool(lines)


def test_goal_centre_and_limits_are_drawn_and_told():
    values = [10, 12] * 12
    series = Series(
        tuple(Point(str(number), Decimal(value)) for number, value in enumerate(values)),
        goal=Decimal("14.0"),
    )
    drawing = drawn(series, ChartKind.XMR)
    assert classes(drawing.svg).count("l") == 2
    assert {"g", "m", "o", "r", "d"} <= set(classes(drawing.svg))
    keys = {key.label: key.value for key in drawing.keys}
    assert keys == {"Mean": "11.0", "Goal": "14.0", "Limits": "5.7–16.3"}


def test_even_limits_of_unlike_totals_are_one_path_turned_over():
    totals = [Decimal(80 + number * 14 % 90) for number in range(30)]
    points = tuple(
        Point(str(number), Decimal(50), total / 2, total) for number, total in enumerate(totals)
    )
    series = Series(points, unit="%", per=100)
    svg = drawn(series, ChartKind.P).svg
    limits = re.findall(r'class="l"( transform="[^"]*")? d="([^"]*)"', svg)
    assert [bool(turned) for turned, _path in limits] == [False, True]
    assert limits[0][1] == limits[1][1]


def test_changes_stand_before_the_point_at_which_they_began():
    whens = ("2021-01", "2021-03", "2021-05")
    changes = tuple(Change(when, "x") for when in ("2021-03", "2021-04", "2021-05", "Autumn"))
    points = tuple(Point(when, Decimal(1)) for when in whens)
    chart = chart_of(Series(points, changes=changes), ChartKind.RUN)
    assert chart.marks() == [(1, [1]), (2, [2, 3])]


def test_one_point_has_a_table_and_no_chart():
    drawing = drawn(series_of([3]))
    assert not drawing.svg
    assert "<td>3" in drawing.rows


def test_what_was_typed_cannot_become_markup():
    bad = '<script>alert("x")</script>'
    points = (Point(bad, Decimal(1)), Point(f"{bad}2", Decimal(2)))
    drawing = drawn(Series(points, unit=bad, changes=(Change(bad, bad),)))
    assert "<script" not in drawing.svg + drawing.rows
    assert "&lt;script" in drawing.rows


def test_a_chart_that_is_kept_is_not_taken_for_another():
    series = series_of([1, 2, 3])
    others = (
        drawn(series),
        drawn(series, language="fr"),
        drawn(series, ChartKind.NONE),
        drawn(series_of([1, 2, 4])),
        drawn(series_of([1, 2, 3], goal=Decimal(5))),
        drawn(series_of([1, 2, 3], unit="%")),
        drawn(series_of([1, 2, 3], changes=(Change("2021-02", "x"),))),
    )
    assert len({(each.svg, each.rows) for each in others}) == len(others)
    assert drawn(series) == others[0]


def test_every_rule_and_every_chart_has_a_name():
    assert set(telling.RULES) == set(Rule)
    assert set(telling.KINDS) == set(ChartKind) - {ChartKind.AUTO, ChartKind.NONE}
