"""Entries of a BibTeX file become pages of the library."""

import pytest

from resources.models import InitiativePage
from tests.resources.importing import in_file, run_import

ENTRY = r"""
@string{bmj = "BMJ Open Quality"}
@article{one,
  author = {Garc{\'\i}a, Jos{\'e} and {Ministry of Health, Example} and van der Berg, Anna
            and others},
  title = {Cutting {NICU} infection by 50% --- an {\"U}berblick},
  journal = bmj,
  year = 2021,
  volume = {10},
  number = "Suppl 1",
  pages = {1--9},
  doi = {https://doi.org/10.1234/ABC\_1},
  url = {https://example.org/a%20b~c},
  keywords = {infection, hand hygiene}
}
"""


@pytest.fixture
def page(initiatives, tmp_path):
    run_import(in_file(tmp_path, "one.bib", ENTRY), "--publish")
    return InitiativePage.objects.get()


def test_names_stand_in_the_order_of_speech_and_organisations_as_they_are(page):
    names = [block.value["name"] for block in page.contributors]
    assert names == ["José García", "Ministry of Health, Example", "Anna van der Berg"]


def test_latex_becomes_text_and_a_percent_sign_ends_nothing(page):
    assert page.title == "Cutting NICU infection by 50% — an Überblick"


def test_the_record_is_kept_with_its_abbreviations_resolved(page):
    record = (page.journal, page.year, page.volume, page.issue, page.pages, page.keywords)
    assert record == ("BMJ Open Quality", 2021, "10", "Suppl 1", "1-9", "infection; hand hygiene")


def test_addresses_and_identifiers_are_not_read_as_latex(page):
    assert (page.doi, page.source_url) == ("10.1234/abc_1", "https://example.org/a%20b~c")


def test_biblatex_gives_the_day_in_its_own_field(initiatives, tmp_path):
    entry = "@article{a, title={One}, journaltitle={J}, date={2022-03-04}}"
    run_import(in_file(tmp_path, "date.bib", entry))
    page = InitiativePage.objects.get()
    assert (page.year, str(page.published_on), page.journal) == (2022, "2022-03-04", "J")
