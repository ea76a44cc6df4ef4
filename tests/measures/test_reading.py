"""Points read from what people type, paste and upload: exactly, or refused by line."""

import datetime
import io
import time
import zipfile
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from measures.files import LARGEST_FILE, read_file
from measures.numerals import number
from measures.reading import MOST_POINTS, Row, as_text, read_text

ZEROS = "0٠۰०০௦෦๐၀０"
NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=20).filter(
    lambda name: name.isprintable() and not name[0].isdecimal()
)
NUMBERS = st.decimals(-(10**9), 10**9, places=4).filter(lambda number: number == number)
COUNTS = st.integers(0, 10**6).map(Decimal)
TOTALS = st.integers(1, 10**6).map(Decimal)
ROWS = st.lists(
    st.one_of(
        st.builds(Row, NAMES, NUMBERS),
        st.builds(Row, NAMES, st.none(), COUNTS, TOTALS),
        st.builds(Row, NAMES, NUMBERS, COUNTS, TOTALS),
    ),
    max_size=30,
)


def read(text):
    """The points as (when, value or fraction) in text."""
    return [
        (
            row.when,
            str(row.value) if row.numerator is None else f"{row.numerator}/{row.denominator}",
        )
        for row in read_text(text)
    ]


def refusal(text):
    with pytest.raises(ValidationError) as refused:
        read_text(text)
    return refused.value.messages


@given(ROWS)
def test_points_round_trip_exactly_through_their_text(rows):
    rows = tuple(rows)
    again = read_text(as_text(rows))
    assert again == rows
    assert [row.as_json() for row in again] == [row.as_json() for row in rows]


@given(st.text(st.sampled_from("0123456789.,;/ \t\n\"'-%aJ٣३"), max_size=60))
def test_each_line_that_is_typed_is_read_or_refused(text):
    lines = [line for line in text.split("\n") if line.strip(" \t;,")]
    try:
        rows = read_text(text)
    except ValidationError as refused:
        assert refused.messages
    else:
        # Quotes hold lines together.
        assert len(rows) == len(lines) or '"' in text


@pytest.mark.parametrize("zero", ZEROS)
def test_digits_of_every_script_are_numbers(zero):
    digits = "".join(chr(ord(zero) + at) for at in (4, 5))
    assert read(f"अ\t{digits}.{digits}\nब\t{digits}/{zero.replace(zero, digits)}") == [
        ("अ", "45.45"),
        ("ब", "45/45"),
    ]


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("2021-03\t12.50\n2021-04\t9", [("2021-03", "12.50"), ("2021-04", "9")]),
        ("2021-03;12,5\n2021-04;9", [("2021-03", "12.5"), ("2021-04", "9")]),
        ("2021-03,12.5\n2021-04,9", [("2021-03", "12.5"), ("2021-04", "9")]),
        ('"Jan, 2021",12\n"Feb, 2021",13', [("Jan, 2021", "12"), ("Feb, 2021", "13")]),
        ("Week 1 3/12\nWeek 2 5 / 11", [("Week 1", "3/12"), ("Week 2", "5/11")]),
        ("Jan: 12 %\nFeb: 13 %", [("Jan", "12"), ("Feb", "13")]),
        ("Month\tShare\nJan 12\nFeb\t13", [("Jan", "12"), ("Feb", "13")]),
        ("Jan\t12\t50\nFeb\t9\t40", [("Jan", "12/50"), ("Feb", "9/40")]),
        ("Month,Total,Cases\nJan,50,12", [("Jan", "12/50")]),
        ("when,value,numerator,denominator\nJan,,12,50", [("Jan", "12/50")]),
        ("12\n15\n14", [("1", "12"), ("2", "15"), ("3", "14")]),
        ("1,12\n2,15\n3,9\n4,8", [("1", "12"), ("2", "15"), ("3", "9"), ("4", "8")]),
        ("a;1.234,5\nb;1.234", [("a", "1234.5"), ("b", "1234")]),
        ("a\t1,234.5\nb\t1,234", [("a", "1234.5"), ("b", "1234")]),
        ("a\t12,34,567", [("a", "1234567")]),
        ("a\t1 234 567", [("a", "1234567")]),
        ("a\t−5\nb\t+5", [("a", "-5"), ("b", "5")]),
        ("محرم\t٤٥٫٥", [("محرم", "45.5")]),
        ("محرم، ٤٥\nصفر، ٤٦", [("محرم", "45"), ("صفر", "46")]),
        ("२०२१-०३\t5\nसप्ताह १\t6", [("2021-03", "5"), ("सप्ताह १", "6")]),
        ("\n\nJan\t1\r\n\r\nFeb\t2\n", [("Jan", "1"), ("Feb", "2")]),
        ("", []),
    ],
)
def test_text_is_read_as_people_write_it(text, points):
    assert read(text) == points


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Jan\t12\nFeb\tabout 30", "Line 2: “about 30” is not a number."),
        ("2021-01\tNA\n2021-02\t5", "Line 1: “NA” is not a number."),
        ("Jan\t\nFeb\t5", "Line 1: There is no number."),
        ("\t5\nFeb\t5", "Line 1: Say when"),
        ("Jan\t3/0", "Line 1: A denominator is above 0"),
        ("Jan\t-3/4", "Line 1: A denominator is above 0"),
        ("Jan\t1\t2\t3\t4", "Line 1: Too many columns"),
        ("Jan\t1,234", "Line 1: “1,234” may be read in two ways."),
        ("2021-01 1 234", "Line 1: “1 234” may be read in two ways."),
        ("Week 12,5\nWeek 13,5", "Commas may stand between columns"),
        ("Jan,12,5", "Commas may stand between columns"),
        ("1,12\n1,15", "Commas may stand between columns"),
        ("12,5\n13,5", "Commas may stand between columns"),
        ("Jan\t1e400", "Line 1: “1e400” is not a number."),
        ("Jan\tNaN", "Line 1: “NaN” is not a number."),
        ("Jan\t½", "Line 1: “½” is not a number."),
        ("Jan\t5²", "Line 1: “5²” is not a number."),
        ("Jan\t" + "9" * 25, "is not a number."),
        ("J\x00n\t5", "signs that are not text"),
        ('"Jan\t5', "Line 1: a quote is missing"),
        ("Month\tB\tC\nJan\t1\t2", "Line 1: Name the columns: when, value, numerator,"),
        ("Numerator\tDenominator\n1\t2", "Line 1: Name the columns:"),
        ("A\tB\tC\nJan\t1\t2", "Line 1: “B” is not a number."),
        ("x" * 61 + "\t5", "Line 1: Say when, in up to 60 letters."),
    ],
)
def test_what_cannot_be_read_is_told_by_line(text, message):
    assert message in refusal(text)[0]


def test_every_bad_line_is_told_and_not_only_the_first():
    messages = refusal("Jan\tx\nFeb\t5\nMar\ty")
    assert [message[:7] for message in messages] == ["Line 1:", "Line 3:"]


def test_five_hundred_points_are_read_and_too_many_are_refused():
    lines = [f"{at}\t{at}" for at in range(MOST_POINTS + 1)]
    assert len(read_text("\n".join(lines[:500]))) == 500
    assert "2000" in refusal("\n".join(lines))[0]
    assert refusal("1\t2\n" * 100_000) == ["This is too long."]


@pytest.mark.parametrize(
    "part", [" ", "1", "1,", "1 ", '"', "/", "1 %\n", "a\t", "1.", "٣ ", ",", "''"]
)
def test_hostile_text_is_answered_at_once(part):
    text = "a" + part * (200_000 // len(part) - 1)
    began = time.process_time()
    assert refusal(text)
    assert time.process_time() - began < 5


def test_a_value_is_computed_from_its_cases_only_where_none_was_given():
    computed, given_too = read_text("Jan\t2/3\nFeb\t66\t2\t3")
    assert computed.point(100).value == Decimal("66.6666666667")
    assert computed.point(1000).value == Decimal("666.666666667")
    assert given_too.point(100).value == 66


def test_a_mark_is_that_of_its_neighbours():
    assert number("1,234", ",") == Decimal("1.234")
    assert number("1,234", ".") == 1234


def workbook(*rows, formats=None, **properties):
    book = Workbook()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for place, shown_as in (formats or {}).items():
        sheet[place].number_format = shown_as
    for name, value in properties.items():
        setattr(sheet, name, value)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_gives_dates_shares_and_numbers_as_it_shows_them():
    day = datetime.date(2021, 3, 1)
    data = workbook(
        ("Month", "Share"),
        (day, 0.755),
        (day, 0.1 + 0.2),
        ("Week 9", 1.234),
        (2021, "12,5"),
        formats={"A2": "mmm\\-yy", "A3": "dd/mm/yyyy", "B2": "0.0%"},
    )
    assert [(row.when, str(row.value)) for row in read_file(data)] == [
        ("2021-03", "75.5"),
        ("2021-03-01", "0.3"),
        ("Week 9", "1.234"),
        ("2021", "12.5"),
    ]


def test_the_hub_s_own_columns_are_read_from_workbooks_and_csv_alike():
    rows = (("when", "value", "numerator", "denominator"), ("Jan", 25, 3, 12), ("Feb", None, 1, 4))
    text = "when,value,numerator,denominator\r\nJan,25,3,12\r\nFeb,,1,4\r\n"
    expected = read_text("Jan\t25\t3\t12\nFeb\t1/4")
    assert read_file(workbook(*rows)) == expected
    assert read_file(text.encode()) == expected
    assert read_file(text.encode("utf-8-sig")) == expected
    assert read_file(text.encode("utf-16")) == expected


def test_a_workbook_s_bad_rows_are_told_with_the_numbers_of_its_sheet():
    with pytest.raises(ValidationError) as refused:
        read_file(workbook(("Jan", 5), (), ("Feb", "=1/0"), ("Mar", "x")))
    assert [message[:7] for message in refused.value.messages] == ["Line 3:", "Line 4:"]


def in_sheet(data, change):
    """The workbook with its sheet's XML changed, as a forger would."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name.endswith("sheet1.xml") else content)
    return out.getvalue()


def test_a_forged_last_row_loses_nothing():
    data = workbook(("Jan", 5), ("Feb", 6))
    forged = in_sheet(
        data,
        lambda xml: (
            xml.replace(b'<row r="2"', b'<row r="1048576"')
            .replace(b'r="A2"', b'r="A1048576"')
            .replace(b'r="B2"', b'r="B1048576"')
        ),
    )
    assert [row.when for row in read_file(forged)] == ["Jan", "Feb"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 no archive", "damaged"),
        (workbook(("Jan", 5))[:-300], "damaged"),
        (in_sheet(workbook(("Jan", 5)), lambda xml: xml[:200]), "damaged"),
        (in_sheet(workbook(("Jan", 5)), lambda xml: xml + b" " * 11_000_000), "unpacks to more"),
        (b"Jan\xff;5", "UTF-8"),
        (b"\xff\xfeJ", "UTF-8"),
        (b"a" * (LARGEST_FILE + 1), "too long"),
    ],
)
def test_hostile_and_damaged_files_are_refused_with_what_to_do(data, message):
    with pytest.raises(ValidationError, match=message):
        read_file(data)
