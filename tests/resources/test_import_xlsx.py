"""Workbooks are read as what they show, and refused where that is not certain."""

import datetime
import io
import re
import time
import zipfile

import pytest
from django.core.management import call_command
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from resources.importers import xlsx
from resources.importers.report import ImportRefused, Report
from resources.models import CaseStudyPage, InitiativePage
from tests.resources.importing import everything, in_file, run_import


def book(rows, change=None):
    """A workbook of one sheet as bytes; `change` may alter it before it is saved."""
    workbook = Workbook()
    for row in rows:
        workbook.active.append(row)
    if change:
        change(workbook)
    return saved(workbook)


def saved(workbook):
    out = io.BytesIO()
    workbook.save(out)
    return out.getvalue()


def altered(content, name, change):
    """A workbook with one file of its archive replaced by what `change` makes of its text."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.namelist():
            data = old.read(entry)
            new.writestr(entry, change(data.decode()).encode() if entry == name else data)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"


def test_cells_of_every_kind_become_what_they_show(initiatives, tmp_path):
    content = book(
        [
            ["Title", "PMID", "year", "pages", "published on", "facility_is_anonymous", "doi"],
            ["One", 35705258, 2021.0, "1-2", datetime.datetime(2021, 3, 4), True, "10.1234/a"],
            ["Two", "35705259", "2022", 112, datetime.date(2022, 3, 4), "no", "10.1234/b"],
        ]
    )
    run = run_import(in_file(tmp_path, "a.xlsx", content), "--publish")
    assert run.said.startswith("2 created") and run.report == []
    one, two = InitiativePage.objects.order_by("title")
    assert (one.pmid, one.year, one.pages) == ("35705258", 2021, "1-2")
    assert (one.published_on, one.facility_is_anonymous) == (datetime.date(2021, 3, 4), True)
    assert (two.pmid, two.year, two.pages) == ("35705259", 2022, "112")
    assert (two.published_on, two.facility_is_anonymous) == (datetime.date(2022, 3, 4), False)
    again = run_import(tmp_path / "a.xlsx", "--publish")
    assert again.said == "0 created, 0 updated, 2 unchanged"


def test_text_that_looks_like_a_formula_or_an_escape_is_text(initiatives, tmp_path):
    def write_text(workbook):
        workbook.active["A2"].data_type = "s"

    content = book([["title", "summary"], ["=1+1", "+ _x005F_x0041_ @_x000D_\nb"]], write_text)
    assert run_import(in_file(tmp_path, "a.xlsx", content)).said.startswith("1 created")
    page = InitiativePage.objects.get()
    assert (page.title, page.summary) == ("=1+1", "+ _x0041_ @\nb")


@pytest.mark.parametrize(
    ("column", "cell", "word"),
    [
        ("summary", "#REF!", "cell B3 holds the error #REF!"),
        ("pages", datetime.date(2021, 1, 2), "cell B3 holds a date"),
        ("doi", datetime.time(1, 2), "cell B3 holds a date or a time"),
        ("summary", "=A1", "formula in cell B3 has no result"),
        ("year", 20.5, "20.5"),
        ("year", True, "yes"),
        ("title ", None, "twice"),
    ],
)
def test_a_cell_that_is_not_what_its_column_takes_is_told_with_its_row(
    initiatives, tmp_path, column, cell, word
):
    before = everything()
    content = book([["title", column], ["One", None], ["Two", cell]])
    run = run_import(in_file(tmp_path, "a.xlsx", content))
    assert run.failed and len(run.report) == 1 and word in run.report[0], run
    assert run.report[0].startswith("line 1:" if word == "twice" else "line 3:")
    assert everything() == before


def test_the_result_of_a_formula_is_taken(initiatives, tmp_path):
    def give_result(text):
        assert "<v></v>" in text
        return text.replace("<v></v>", "<v>2021</v>")

    content = altered(book([["title", "year"], ["One", "=1+1"]]), SHEET, give_result)
    assert run_import(in_file(tmp_path, "a.xlsx", content)).said.startswith("1 created")
    assert InitiativePage.objects.get().year == 2021


def test_rows_keep_the_numbers_of_the_sheet_past_blank_ones(initiatives, tmp_path):
    content = book([[], ["title", "year"], [], [" ", None], ["One", "then"], [None, "2020"]])
    run = run_import(in_file(tmp_path, "a.xlsx", content))
    assert [line.split(":")[0] for line in run.report] == ["line 5", "line 6"]


def test_the_first_sheet_with_known_headings_is_read_and_the_others_are_told(initiatives, tmp_path):
    def add_sheets(workbook):
        workbook.create_sheet("Notes", 0).append(["How to fill this in"])
        hidden = workbook.create_sheet("Old", 0)
        hidden.append(["title"])
        hidden.append(["Hidden"])
        hidden.sheet_state = "hidden"

    content = book([["title"], ["One"]], add_sheets)
    run = run_import(in_file(tmp_path, "a.xlsx", content))
    assert run.said.startswith("1 created") and "only “Sheet” was read" in run.report[0]
    assert InitiativePage.objects.get().title == "One"


def test_merged_cells_are_refused_and_hidden_rows_are_told(initiatives, tmp_path):
    def merge(workbook):
        workbook.active.merge_cells("B2:B3")

    def hide(workbook):
        workbook.active.row_dimensions[2].hidden = True

    rows = [["title", "outcome"], ["One", "worked"], ["Two", None]]
    run = run_import(in_file(tmp_path, "a.xlsx", book(rows, merge)))
    assert run.failed and run.report == ["line 2: the cells B2:B3 are merged. Divide them."]
    run = run_import(in_file(tmp_path, "b.xlsx", book(rows, hide)))
    assert run.said.startswith("2 created") and "1 hidden row" in run.report[0]


def test_a_cell_beyond_the_headings_is_told(initiatives, tmp_path):
    run = run_import(in_file(tmp_path, "a.xlsx", book([["title"], ["One", "stray"]])))
    assert run.failed and run.report == ["line 2: cell B2 has a value, but its column has no name."]


def test_a_long_text_goes_on_in_columns_of_its_own(initiatives, tmp_path):
    rows = [["title", "result", "result (2)"], ["One", "a " * 100, "b"]]
    run_import(in_file(tmp_path, "a.xlsx", book(rows)))
    assert InitiativePage.objects.get().result == f"<p>{'a ' * 100}b</p>"


def test_a_sheet_that_claims_a_million_empty_rows_is_read_at_once(initiatives, tmp_path):
    def claim(text):
        text = re.sub(r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"', text)
        return text.replace(
            "</sheetData>", '<row r="1048576"><c r="A1048576" s="0"/></row></sheetData>'
        )

    content = altered(book([["title"], ["One"]]), SHEET, claim)
    start = time.perf_counter()
    assert run_import(in_file(tmp_path, "a.xlsx", content)).said.startswith("1 created")
    assert time.perf_counter() - start < 20


def test_a_row_beyond_the_last_that_a_sheet_can_have_is_not_looked_for(initiatives, tmp_path):
    def forge(text):
        row = '<row r="2000000000"><c r="A2000000000" t="inlineStr"><is><t>Two</t></is></c></row>'
        return text.replace("</sheetData>", f"{row}</sheetData>")

    content = altered(book([["title"], ["One"]]), SHEET, forge)
    assert run_import(in_file(tmp_path, "a.xlsx", content)).said.startswith("1 created")
    assert InitiativePage.objects.get().title == "One"


def bomb():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        with archive.open(SHEET, "w") as file:
            for _part in range(201):
                file.write(b"\0" * 1024 * 1024)
    return out.getvalue()


def with_macros():
    out = io.BytesIO(book([["title"], ["One"]]))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"macro")
    return out.getvalue()


def document():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<document/>")
    return out.getvalue()


def cut_off():
    return altered(book([["title"], ["One"]]), SHEET, lambda text: text[:-40])


def with_entities():
    def define(text):
        assert "One" in text
        return '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + text.replace("One", "&a;")

    return altered(book([["title"], ["One"]]), SHEET, define)


@pytest.mark.parametrize(
    ("name", "make", "word"),
    [
        ("a.xlsx", bomb, "more than 200 MB"),
        ("a.xlsm", with_macros, "macros"),
        ("a.xlsx", lambda: b"PK\x03\x04rest", "damaged"),
        ("a.xlsx", document, "not a workbook"),
        ("a.xlsx", lambda: book([]), "no row of column names"),
        ("a.xlsx", lambda: book([["title"]]), "no row below"),
        ("a.xlsx", cut_off, "damaged"),
        ("a.xlsx", with_entities, "damaged"),
    ],
    ids=["bomb", "macros", "no zip", "no workbook", "blank", "headings", "cut off", "entities"],
)
def test_what_is_no_good_workbook_is_refused_with_one_line(initiatives, tmp_path, name, make, word):
    before = everything()
    run = run_import(in_file(tmp_path, name, make()))
    assert run.failed and len(run.report) == 1 and word in run.report[0]
    assert everything() == before


def test_a_workbook_is_known_by_its_content(initiatives, tmp_path):
    content = book([["title"], ["One"]])
    assert run_import(in_file(tmp_path, "file", content)).said.startswith("1 created")


def test_a_case_study_takes_its_story_from_a_workbook(case_studies, tmp_path):
    story = {
        "title": "One",
        "context": "A ward.",
        "problem": "Late.",
        "change": "<ul><li>Test</li></ul>",
        "results": "Better.",
        "outcome": "did not work",
        "lessons": "Ask.",
        "otherwise": "Less.",
        "illustrative": True,
    }
    content = book([list(story), list(story.values())])
    run_import(in_file(tmp_path, "a.xlsx", content), "--type", "case_study")
    page = CaseStudyPage.objects.get()
    assert page.get_parent().specific == case_studies
    assert (page.context, page.change) == ("<p>A ward.</p>", "<ul><li>Test</li></ul>")
    assert (page.result, page.otherwise) == ("<p>Better.</p>", "<p>Less.</p>")
    assert page.outcome == "did_not_work" and page.is_illustrative


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_mutilated_workbook_is_read_or_refused(data):
    content = book([["title", "year"], ["One", 2020], ["Two", "=1+1"]])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        name = data.draw(st.sampled_from(sorted(archive.namelist())))

    def wound(text):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(start + 30, len(text))))
        return text[:start] + data.draw(st.text(max_size=6)) + text[end:]

    try:
        xlsx.read(altered(content, name, wound), Report())
    except ImportRefused as refused:
        assert "\n" not in str(refused)


def test_no_cell_of_an_exported_workbook_is_a_formula(initiative, tmp_path):
    initiative.title = '=HYPERLINK("http://example.org")'
    initiative.summary = "@SUM(A1)"
    initiative.save_revision().publish()
    call_command("export_resources", str(tmp_path / "out.xlsx"), stdout=io.StringIO())
    sheet = load_workbook(tmp_path / "out.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert {cell.number_format for cell in cells} == {"@"} and all(c.quotePrefix for c in cells)
    assert sheet["A2"].value == initiative.title
