"""What is exported imports to the same, in every format, whatever it says."""

import csv
import io
from datetime import date

import pytest
from django.core.management import CommandError
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from resources.importers.csv_file import is_formula
from resources.models import GuidePage, InitiativePage, Topic
from tests.resources.exporting import empty, export, fields_of, goes_round, text_of
from tests.resources.importing import INITIATIVES, in_file, run_import

FORMATS = ["ris", "bib", "csv", "xlsx"]
each_format = pytest.mark.parametrize("extension", FORMATS)


@each_format
def test_imported_references_go_round(initiatives, tmp_path, extension):
    run_import(INITIATIVES, "--publish")
    goes_round(tmp_path / f"out.{extension}", take=fields_of)


@each_format
def test_every_column_goes_round(initiatives, english, tmp_path, extension):
    for slug in ("a", "b"):
        Topic.objects.create(name=slug, slug=slug, locale=english)
    columns = {
        "title": '=1+1 {at} 5% & $3_x~ \\LaTeX{} “quoted” "straight" -- dash\'s',
        "summary": "Short; one.",
        "body": "First.\nSecond, 1 < 2.",
        "authors": r"World Health Organization,, SEARO; Asha Singh; van den Berg, Ruth; Bo\; Co",
        "journal": "BMJ Open Quality",
        "year": "2021",
        "volume": "10",
        "issue": "1-2",
        "pages": "112-6",
        "doi": "10.1234/a_b(c);d<1>",
        "pmid": "35705258",
        "pmcid": "PMC9204459",
        "url": "https://example.org/a_b?c=1%20&d=~e",
        "source_id": "x",
        "source_name": "A {source}",
        "licence": "cc-by-4.0",
        "published_on": "2021-03-04",
        "reviewed_on": "2024-01-02",
        "review_due_on": "2027-01-02",
        "keywords": r"sepsis, neonatal; one\; two; #three",
        "topics": "a; b",
        "countries": "IN; LK",
        "care_level": "tertiary",
        "pocqi_step": "2",
        "problem": "Too late.\nToo few.",
        "result": "- one\n- two",
        "outcome": "did_not_work",
        "facility_name": "A hospital",
        "facility_place": "A district",
    }
    out = io.StringIO()
    writer = csv.DictWriter(out, columns)
    writer.writeheader()
    writer.writerow({**columns, "title": f"'{columns['title']}"})
    run = run_import(in_file(tmp_path, "in.csv", out.getvalue()), "--publish")
    assert not run.failed, run
    page = InitiativePage.objects.get()
    assert page.title == columns["title"]
    names = [child.value["name"] for child in page.contributors]
    assert names == [
        "World Health Organization, SEARO",
        "Asha Singh",
        "Ruth van den Berg",
        "Bo; Co",
    ]
    goes_round(tmp_path / f"out.{extension}")


awkward = st.text(
    st.one_of(
        st.sampled_from(list("=+-@'\"`;,:.{}[]()\\%&#$^_~<>|!?* \n0a")),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Co", "Cn"]),
    ),
    min_size=1,
    max_size=40,
)


@each_format
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(title=awkward, summary=awkward, name=awkward, keyword=awkward, problem=awkward)
@example(title="'=1", summary="''=1", name="and", keyword="; a", problem="a^b & c")
@example(title="@a{b,", summary="ER  - ", name="others", keyword=",;", problem="a\n\nb")
def test_any_text_goes_round(
    db, tmp_path_factory, extension, initiatives, title, summary, name, keyword, problem
):
    folder = tmp_path_factory.mktemp("round")
    empty()
    given_row = {
        "title": title,
        "summary": summary,
        "source_id": "x",
        "authors": f"{name.replace(';', '')}; Asha Singh",
        "keywords": f"{keyword}; b",
        "problem": problem,
    }
    out = io.StringIO()
    writer = csv.DictWriter(out, given_row)
    writer.writeheader()
    writer.writerow(given_row)
    if run_import(in_file(folder, "in.csv", out.getvalue()), "--publish").failed:
        return  # HTML, a formula, nothing but spaces: what imports refuse is tested with them.
    goes_round(folder / f"out.{extension}")


@each_format
def test_a_guide_goes_round(guides, tmp_path, extension):
    text = 'title,summary,body,you_need\nOne,Short.,"First.\nSecond.","A team\nA chart"\n'
    run_import(in_file(tmp_path, "in.csv", text), "--type", "guide", "--publish")
    goes_round(tmp_path / f"out.{extension}", GuidePage, "guide")


@each_format
def test_an_anonymous_facility_leaves_in_no_format(initiative, tmp_path, extension):
    for name, value in {
        "facility_name": "Secret Hospital",
        "facility_place": "Hidden District",
        "facility_is_anonymous": True,
    }.items():
        setattr(initiative, name, value)
    initiative.save_revision().publish()
    path = tmp_path / f"out.{extension}"
    export(path)
    assert "Secret" not in text_of(path) and "Hidden" not in text_of(path)


@each_format
def test_only_what_readers_may_see_is_exported(
    initiative, initiatives, publish, tmp_path, extension
):
    for title in ("A draft", "Behind a password", "Withdrawn"):
        page = publish(
            initiatives, InitiativePage(title=title, slug=title.split()[-1].lower(), summary="No.")
        )
        if title == "A draft":
            page.unpublish()
        elif title == "Withdrawn":
            page.withdrawn_on, page.withdrawn_reason = date(2026, 1, 1), "Wrong."
            page.save_revision().publish()
        else:
            PageViewRestriction.objects.create(page=page, restriction_type="login")
    path = tmp_path / f"out.{extension}"
    assert export(path).startswith("1 page")
    assert "Fewer infections" in text_of(path)
    assert not any(word in text_of(path) for word in ("draft", "password", "Withdrawn"))


def test_one_language_is_exported_when_asked(initiative, hindi, tmp_path):
    translated = initiative.copy_for_translation(hindi, copy_parents=True)
    translated.title = "कम संक्रमण"
    translated.save_revision().publish()
    assert export(tmp_path / "all.ris").startswith("2 pages")
    assert export(tmp_path / "hi.ris", "--language", "hi").startswith("1 page")
    assert "कम संक्रमण" in (tmp_path / "hi.ris").read_text()


def test_no_cell_of_a_csv_file_is_a_formula(initiative, tmp_path):
    initiative.title = '=HYPERLINK("http://example.org")'
    initiative.summary = "@SUM(A1)"
    initiative.save_revision().publish()
    export(tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not any(map(is_formula, cells))


@pytest.mark.parametrize(
    ("name", "options", "reason"),
    [
        ("out.docx", (), "does not say which format"),
        ("missing/out.ris", (), "cannot be written"),
        ("out.ris", ("--type", "poem"), "no pages of type"),
        ("out.ris", ("--language", "xx"), "not a language"),
        ("out.ris", ("--type", "guide"), "no public page"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(initiative, tmp_path, name, options, reason):
    with pytest.raises(CommandError, match=reason) as refused:
        export(tmp_path / name, *options)
    assert "\n" not in str(refused.value)
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_there_is_replaced(initiative, tmp_path):
    path = in_file(tmp_path, "out.ris", "something else, and longer than an export" * 100)
    export(path)
    assert path.read_text().startswith("TY  - ")
    assert [file.name for file in tmp_path.iterdir()] == ["out.ris"]
