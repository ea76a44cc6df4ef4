"""References from a RIS file become pages of the library."""

from resources.models import GuidePage, InitiativePage
from tests.resources.importing import INITIATIVES, in_file, run_import


def authors(page):
    return [block.value["name"] for block in page.contributors]


def test_every_reference_becomes_a_published_page_with_its_whole_record(initiatives):
    assert run_import(INITIATIVES, "--publish").said == "3 created, 0 updated, 0 unchanged"
    page = InitiativePage.objects.get(doi="10.1136/bmjoq-2021-001467")
    assert page.live and page.get_parent().specific == initiatives
    assert page.title.startswith("Improving donor human milk collection")
    assert authors(page)[:2] == ["Reema Garegrat", "Nandini Malshe"]
    record = (page.journal, page.year, page.volume, page.issue, page.pages, page.keywords)
    assert record == ("BMJ Open Quality", 2021, "10", "Suppl 1", "e001467", "donor human milk")
    assert page.source_url == "https://bmjopenquality.bmj.com/content/10/Suppl_1/e001467"


def test_a_pubmed_number_is_told_from_other_accession_numbers(initiatives, tmp_path):
    run_import(INITIATIVES, "--publish")
    assert InitiativePage.objects.get(doi="10.1136/bmjoq-2022-001830").pmid == "35705258"
    other = "TY  - JOUR\nTI  - One\nAN  - WOS:000123\nER  - \n"
    run_import(in_file(tmp_path, "other.ris", other))
    assert InitiativePage.objects.get(title="One").pmid == ""


def test_no_country_is_guessed(initiatives):
    run_import(INITIATIVES)
    assert all(page.countries == [] for page in InitiativePage.objects.all())


def test_pages_are_drafts_unless_publishing_is_asked_for(initiatives):
    run_import(INITIATIVES)
    assert InitiativePage.objects.count() == 3
    assert not InitiativePage.objects.live().exists()


def test_a_paper_without_an_abstract_gets_a_summary_of_its_record(initiatives):
    run_import(INITIATIVES)
    page = InitiativePage.objects.get(pages="e001459")
    assert page.summary == "Published in BMJ Open Quality, 2022."


def test_a_long_abstract_is_the_body_and_its_first_sentences_the_summary(initiatives, tmp_path):
    abstract = "We washed our hands. " * 60
    text = f"TY  - JOUR\nTI  - Hands\nAB  - {abstract}\nER  - \n"
    run_import(in_file(tmp_path, "hands.ris", text))
    page = InitiativePage.objects.get(title="Hands")
    assert page.summary.endswith("hands.") and len(page.summary) <= 600
    assert abstract.strip() in str(page.body[0].value.source)


def test_a_value_may_go_on_over_several_lines(initiatives, tmp_path):
    text = "TY  - JOUR\nTI  - Fewer infections\n  in one ward\nER  - \n"
    run_import(in_file(tmp_path, "long.ris", text))
    assert InitiativePage.objects.get().title == "Fewer infections in one ward"


def test_a_day_of_publication_is_kept_and_its_year_too(initiatives, tmp_path):
    text = "TY  - JOUR\nTI  - One\nDA  - 2023/04/05/\nSP  - 12\nEP  - 19\nER  - \n"
    run_import(in_file(tmp_path, "day.ris", text))
    page = InitiativePage.objects.get()
    assert (str(page.published_on), page.year, page.pages) == ("2023-04-05", 2023, "12-19")


def test_what_databases_write_above_the_references_is_passed_over(initiatives, tmp_path):
    text = "Provider: Example\nDatabase: Example\n\n1.\nTY  - JOUR\nTI  - One\nER  - \n"
    run_import(in_file(tmp_path, "above.ris", text))
    assert InitiativePage.objects.get().title == "One"


def test_the_format_is_seen_in_the_content_when_the_name_does_not_say(initiatives, tmp_path):
    path = in_file(tmp_path, "export.txt", INITIATIVES.read_bytes())
    assert run_import(path).said.startswith("3 created")


def test_a_guide_is_known_by_its_doi_although_guides_show_none(guides):
    assert run_import(INITIATIVES, "--type", "guide").said.startswith("3 created")
    assert run_import(INITIATIVES, "--type", "guide").said.endswith("3 unchanged")
    assert GuidePage.objects.filter(source_id="doi:10.1136/bmjoq-2021-001467").exists()
