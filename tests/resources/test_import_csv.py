"""Rows of a CSV file become pages of the library."""

import pytest

from resources.models import GuidePage, InitiativePage, Topic
from tests.resources.importing import in_file, run_import


@pytest.fixture
def topic(english):
    return Topic.objects.create(name="Kangaroo care", slug="kangaroo-care", locale=english)


def test_columns_fill_the_fields_they_are_named_after(initiatives, topic, tmp_path):
    rows = (
        "TITLE,authors,year,outcome,countries,topics,problem,source-id,facility_is_anonymous,"
        "care level,keywords\n"
        'One,"Singh, Asha; Bo",2020,did not work,"in; LK",kangaroo-care,"Too late.\n\n1 < 2",x1,'
        "yes,tertiary,a; b\n"
    )
    assert run_import(in_file(tmp_path, "a.csv", rows)).said.startswith("1 created")
    page = InitiativePage.objects.get()
    assert [block.value["name"] for block in page.contributors] == ["Asha Singh", "Bo"]
    assert (page.year, page.outcome, page.countries) == (2020, "did_not_work", ["IN", "LK"])
    assert [row.term for row in page.topics.all()] == [topic]
    assert page.problem == "<p>Too late.</p><p>1 &lt; 2</p>"
    assert (page.source_id, page.facility_is_anonymous, page.care_level) == ("x1", True, "tertiary")
    assert page.keywords == "a; b"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_the_delimiter_is_found(initiatives, tmp_path, delimiter):
    text = f"title{delimiter}year\nOne{delimiter}2020\n"
    run_import(in_file(tmp_path, "a.csv", text))
    assert InitiativePage.objects.get().year == 2020


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_with_and_without_its_mark(initiatives, tmp_path, encoding):
    run_import(in_file(tmp_path, "a.csv", "title\nकंगारू मातृ देखभाल\n".encode(encoding)))
    page = InitiativePage.objects.get()
    assert page.title == "कंगारू मातृ देखभाल"
    assert page.slug.isascii() and page.slug


@pytest.mark.parametrize(
    "text", ["-5", "+91 11 2345", "-", "- washed hands", "p<0.05", "a@b", "R&D"]
)
def test_harmless_signs_are_no_formula_and_no_html(initiatives, tmp_path, text):
    run_import(in_file(tmp_path, "a.csv", f'title,result\nOne,"{text}"\n'))
    assert InitiativePage.objects.count() == 1


def test_blank_rows_and_blank_columns_at_the_end_are_passed_over(initiatives, tmp_path):
    text = "title,year,,\nOne,2020,,\n,,,\n\nTwo,2021,,,,\n"
    assert run_import(in_file(tmp_path, "a.csv", text)).said.startswith("2 created")


def test_a_blank_cell_says_nothing(initiatives, tmp_path):
    run_import(in_file(tmp_path, "a.csv", "title,source_id,year\nOne,x,2020\n"))
    run_import(in_file(tmp_path, "a.csv", "title,source_id,year\nOne,x,\n"))
    assert InitiativePage.objects.get().latest_revision.as_object().year == 2020


def test_a_guide_takes_its_text_from_the_body_column(guides, tmp_path):
    text = 'title,summary,body,you_need\nOne,Short.,"First.\nSecond.",A team\n'
    run_import(in_file(tmp_path, "a.csv", text), "--type", "guide")
    page = GuidePage.objects.get()
    assert page.body[0].value.source == "<p>First.</p><p>Second.</p>"
    assert page.you_need == "A team"


def test_each_row_goes_to_the_section_of_its_language(initiatives, home, hindi, tmp_path):
    text = "title,language,source_id\nOne,en,1\nएक,hi,2\n"
    refused = run_import(in_file(tmp_path, "a.csv", text))
    assert refused.failed and "“hi”" in refused.said
    assert not InitiativePage.objects.exists()
    home.copy_for_translation(hindi).save_revision().publish()
    section = initiatives.copy_for_translation(hindi)
    section.save_revision().publish()
    run_import(in_file(tmp_path, "a.csv", text))
    page = InitiativePage.objects.get(title="एक")
    assert page.locale == hindi and page.get_parent().pk == section.pk
