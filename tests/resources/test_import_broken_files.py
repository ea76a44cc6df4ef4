"""A broken file changes nothing and is told apart line by line."""

import pytest

from tests.resources.importing import INITIATIVES, everything, in_file, run_import

GOOD = "title,doi,source_id\nGood,10.1234/good,good\n"
REFERENCE = "TY  - JOUR\nTI  - Good\nER  - \n"

# name of the file, its content, and for each line of the report its beginning and a word of it
BROKEN = {
    "another encoding": (
        "a.csv",
        "title,doi\nGood,\nCafé,\n".encode("latin-1"),
        [("line 3:", "UTF-8")],
    ),
    "a title that is missing": ("a.csv", "title,year\nGood,2020\n,2021\n", [("line 3:", "title")]),
    "a reference without a title": (
        "a.ris",
        REFERENCE + "TY  - JOUR\nPY  - 2020\nER  - \n",
        [("line 4:", "title")],
    ),
    "a DOI that is there twice": (
        "a.csv",
        "title,doi\nOne,10.1234/a\nTwo,10.1234/b\nThree,https://doi.org/10.1234/A\n",
        [("line 4:", "line 2")],
    ),
    "an address that is there twice": (
        "a.csv",
        "title,url\nOne,https://a.org/1\nTwo,https://a.org/1\n",
        [("line 3:", "line 2")],
    ),
    "two rows that nothing tells apart": (
        "a.csv",
        "title,year\nOne,2020\none!,2020\n",
        [("line 3:", "source_id")],
    ),
    "a field of 3 MB": (
        "a.csv",
        "title,problem\nOne,ok\nTwo," + "x" * 3_000_000 + "\n",
        [("line 3:", "3,000,000")],
    ),
    "a reference field of 3 MB": (
        "a.ris",
        f"TY  - JOUR\nTI  - {'x' * 3_000_000}\nER  - \n",
        [("line 2:", "3,000,000")],
    ),
    "3 MB of LaTeX": (
        "a.bib",
        "@article{a, title={One},\n abstract={" + r"\'e" * 1_000_000 + "}}",
        [("line 2:", "3,000,000")],
    ),
    "brackets within brackets without end": (
        "a.bib",
        "\n@article{a, title={" + "{" * 5000 + "}" * 5000 + "}}",
        [("line 2:", "nested")],
    ),
    "3 MB where a topic should stand": (
        "a.csv",
        "title,topics\nOne," + "x" * 3_000_000 + "\n",
        [("line 2:", "xxx")],
    ),
    "a summary that is too long": (
        "a.csv",
        "title,summary\nOne," + "x" * 601 + "\n",
        [("line 2:", "600")],
    ),
    "a title that is too long": ("a.csv", "title\n" + "x" * 256 + "\n", [("line 2:", "255")]),
    "HTML in a title": ("a.csv", "title\nA <b>bold</b> title\n", [("line 2:", "<b>")]),
    "a script in a title": (
        "a.ris",
        "TY  - JOUR\nTI  - <script>alert(1)</script>\nER  - \n",
        [("line 2:", "<script>")],
    ),
    "HTML cut off in a title": ("a.csv", "title\n<img src=x onerror=y >\n", [("line 2:", "<img")]),
    "a character reference in a title": ("a.csv", "title\nQ&amp;A\n", [("line 2:", "&amp;")]),
    "a control character": ("a.csv", "title\nOne\x07\n", [("line 2:", "U+0007")]),
    "an unknown column": (
        "a.csv",
        "title,jurnal,foo\nOne,,\n",
        [("line 1:", "journal"), ("line 1:", "foo")],
    ),
    "a column that is there twice": ("a.csv", "title,DOI,doi\nOne,,\n", [("line 1:", "doi")]),
    "no column for the title": ("a.csv", "doi,year\n10.1234/a,2020\n", [("line 1:", "title")]),
    "a column that guides have and initiatives lack": (
        "a.csv",
        "title,you_need\nOne,A team\n",
        [("line 2:", "you_need")],
    ),
    "a year that is none": (
        "a.csv",
        "title,year\nOne,20\nTwo,3000\nThree,next\n",
        [("line 2:", "20"), ("line 3:", "3000"), ("line 4:", "next")],
    ),
    "an outcome nobody knows": ("a.csv", "title,outcome\nOne,great\n", [("line 2:", "worked")]),
    "a country by its name": ("a.csv", "title,countries\nOne,India\n", [("line 2:", "IN")]),
    "a country that is none": ("a.csv", "title,countries\nOne,QQ\n", [("line 2:", "QQ")]),
    "a language the hub lacks": ("a.csv", "title,language\nOne,de\n", [("line 2:", "de")]),
    "a DOI that is none": ("a.csv", "title,doi\nOne,11.1234/a\n", [("line 2:", "DOI")]),
    "an address that acts": ("a.csv", "title,url\nOne,javascript:a()\n", [("line 2:", "https://")]),
    "a topic nobody made": ("a.csv", "title,topics\nOne,nothing\n", [("line 2:", "nothing")]),
    "a date that is none": (
        "a.csv",
        "title,published_on\nOne,31.12.2020\n",
        [("line 2:", "2024-12-31")],
    ),
    "dates in the wrong order": (
        "a.csv",
        "title,reviewed_on,review_due_on\nOne,2024-01-02,2024-01-01\n",
        [("line 2:", "review_due_on")],
    ),
    "too many columns in a row": ("a.csv", "title,year\nOne,2020,x\n", [("line 2:", "3 columns")]),
    "too few columns in a row": ("a.csv", "title,year\nOne\n", [("line 2:", "1 column")]),
    "a quote that is never closed": (
        "a.csv",
        'title,year\nOne,2020\n"Two,2021\nThree,2022\n',
        [("line 3:", "never closed")],
    ),
    "a quote within a cell": ("a.csv", 'title,year\n"One" two,2020\n', [("line 2:", "quotes")]),
    "column names and nothing else": ("a.csv", "title,year\n", [("The file", "no row")]),
    "a reference that is cut off": (
        "a.ris",
        REFERENCE + "TY  - JOUR\nTI  - Two\n",
        [("line 4:", "ER")],
    ),
    "a reference inside another": (
        "a.ris",
        "TY  - JOUR\nTI  - One\n" + REFERENCE,
        [("line 1:", "line 3")],
    ),
    "text between references": ("a.ris", REFERENCE + "nonsense\n", [("line 4:", "nonsense")]),
    "a RIS file without a reference": ("a.ris", "1.\n", [("The file", "RIS")]),
    "brackets that do not close": (
        "a.bib",
        "@article{a, title={One}}\n@article{b,\n title={Two\n}\n",
        [("line 2:", "bracket")],
    ),
    "an entry key that is there twice": (
        "a.bib",
        "@article{a, title={One}}\n@article{a, title={Two}}\n",
        [("line 2:", "line 1")],
    ),
    "a field that is there twice": (
        "a.bib",
        "@article{a, title={One},\n title={Two}}\n",
        [("line 1:", "title")],
    ),
    "a BibTeX file without an entry": ("a.bib", "nothing\n", [("The file", "BibTeX")]),
    "an empty file": ("a.csv", " \n", [("The file", "empty")]),
    "a null byte": ("a.csv", "title\nOne\n\0\n", [("line 3:", "null byte")]),
    "a spreadsheet by another name": ("a.csv", b"PK\x03\x04rest", [("This is", "XLSX")]),
}


@pytest.mark.parametrize("broken", BROKEN)
def test_the_report_names_the_lines_and_nothing_is_written(initiatives, tmp_path, broken):
    name, content, expected = BROKEN[broken]
    before = everything()
    run = run_import(in_file(tmp_path, name, content), "--publish")
    assert run.failed and "Nothing was imported" in run.said
    assert len(run.report) == len(expected)
    for line, (start, word) in zip(run.report, expected, strict=True):
        assert line.startswith(start) and word in line
    assert everything() == before


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", " =1", "-A1", "\n=1"]
)
def test_a_formula_in_a_cell_is_refused(initiatives, tmp_path, cell):
    before = everything()
    run = run_import(in_file(tmp_path, "a.csv", f'{GOOD}Two,,"{cell}"\n'))
    assert run.report[0].startswith("line 3:") and "formula" in run.report[0]
    assert everything() == before


def test_all_problems_of_a_file_are_told_at_once_in_its_order(initiatives, tmp_path):
    text = "title,year,countries\n,1,QQ\nTwo,,XX\n"
    report = run_import(in_file(tmp_path, "a.csv", text)).report
    assert [line.split(":")[0] for line in report] == ["line 2", "line 2", "line 2", "line 3"]


def test_a_report_ends_after_a_hundred_lines(initiatives, tmp_path):
    run = run_import(in_file(tmp_path, "a.csv", "title,year\n" + "One,x\n" * 250))
    assert len(run.report) == 101 and run.report[-1] == "and 150 more problems"
    assert "250 problems" in run.said


def test_one_bad_record_keeps_the_good_ones_out(initiatives, tmp_path):
    before = everything()
    text = INITIATIVES.read_text() + "TY  - JOUR\nTI  - No end\n"
    assert run_import(in_file(tmp_path, "a.ris", text), "--publish").failed
    assert everything() == before


def test_a_type_the_hub_lacks_is_refused_with_those_it_has(initiatives):
    run = run_import(INITIATIVES, "--type", "nonsense")
    assert run.failed and "“nonsense”" in run.said
    assert "case_study, guide, initiative, podcast" in run.said


def test_a_type_without_a_place_in_the_hub_is_refused_with_what_to_create(initiatives):
    run = run_import(INITIATIVES, "--type", "case_study")
    assert run.failed and "library section for pages of type “case_study”" in run.said
    run = run_import(INITIATIVES, "--type", "podcast")
    assert run.failed and "no published podcast" in run.said


def test_what_is_no_file_is_refused_with_one_line(initiatives, tmp_path):
    assert "is a directory" in run_import(tmp_path).said
    assert "No such file" in run_import(tmp_path / "absent.csv").said
    assert "none of the known formats" in run_import(in_file(tmp_path, "a.txt", "Hello")).said


def test_a_language_the_hub_lacks_is_refused(initiatives):
    assert "“xx”" in run_import(INITIATIVES, "--language", "xx").said


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(initiatives):
    before = everything()
    run = run_import(INITIATIVES, "--dry-run", "--publish")
    assert run.said == "Dry run, nothing was written: 3 created, 0 updated, 0 unchanged"
    assert everything() == before
