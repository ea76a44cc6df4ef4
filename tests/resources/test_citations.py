"""References are what the published styles print, and files are what reference managers read."""

import json

import bibtexparser
import pytest
import rispy
from wagtail.models import PageViewRestriction

from resources.citations.names import csl_name
from resources.citations.styles import APA, VANCOUVER, reference
from resources.citations.work import csl_item


def text_of(item, style):
    return "".join(piece["text"] for piece in reference(item, style))


def article(authors, title, journal, year, **more):
    return {
        "id": "1",
        "type": "article-journal",
        "author": [csl_name(name) for name in authors],
        "title": title,
        "container-title": journal,
        "issued": {"date-parts": [year if isinstance(year, list) else [year]]},
        **more,
    }


# Samples of Formatted References for Authors of Journal Articles, National Library of Medicine,
# https://www.nlm.nih.gov/bsd/uniform_requirements.html, by their numbers there.
PRINTED_BY_NLM = {
    "1, standard article": (
        article(
            ["Halpern SD", "Ubel PA", "Caplan AL"],
            "Solid-organ transplantation in HIV-infected patients",
            "N Engl J Med",
            [2002, 7, 25],
            volume="347",
            issue="4",
            page="284-287",
        ),
        "Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. "
        "N Engl J Med. 2002 Jul 25;347(4):284-7.",
    ),
    "1, more than six authors": (
        article(
            [
                *("Rose ME", "Huerbin MB", "Melick J", "Marion DW"),
                *("Palmer AM", "Schiding JK", "Kochanek PM"),
            ],
            "Regulation of interstitial excitatory amino acid concentrations after cortical "
            "contusion injury",
            "Brain Res",
            2002,
            volume="935",
            issue="1-2",
            page="40-6",
        ),
        "Rose ME, Huerbin MB, Melick J, Marion DW, Palmer AM, Schiding JK, et al. Regulation of "
        "interstitial excitatory amino acid concentrations after cortical contusion injury. "
        "Brain Res. 2002;935(1-2):40-6.",
    ),
    "2, organization as author": (
        article(
            ["Diabetes Prevention Program Research Group"],
            "Hypertension, insulin, and proinsulin in participants with impaired glucose tolerance",
            "Hypertension",
            2002,
            volume="40",
            issue="5",
            page="679-86",
        ),
        "Diabetes Prevention Program Research Group. Hypertension, insulin, and proinsulin in "
        "participants with impaired glucose tolerance. Hypertension. 2002;40(5):679-86.",
    ),
    "4, no author": (
        article(
            [],
            "21st century heart solution may have a sting in the tail",
            "BMJ",
            2002,
            volume="325",
            issue="7357",
            page="184",
        ),
        "21st century heart solution may have a sting in the tail. BMJ. 2002;325(7357):184.",
    ),
    "6, volume with supplement": (
        article(
            ["Geraud G", "Spierings EL", "Keywood C"],
            "Tolerability and safety of frovatriptan with short- and long-term use for treatment "
            "of migraine and in comparison with sumatriptan",
            "Headache",
            2002,
            volume="42 Suppl 2",
            page="S93-9",
        ),
        "Geraud G, Spierings EL, Keywood C. Tolerability and safety of frovatriptan with short- "
        "and long-term use for treatment of migraine and in comparison with sumatriptan. "
        "Headache. 2002;42 Suppl 2:S93-9.",
    ),
    "7, issue with supplement": (
        article(
            ["Glauser TA"],
            "Integrating clinical trial data into clinical practice",
            "Neurology",
            2002,
            volume="58",
            issue="12 Suppl 7",
            page="S6-12",
        ),
        "Glauser TA. Integrating clinical trial data into clinical practice. Neurology. "
        "2002;58(12 Suppl 7):S6-12.",
    ),
    "10, issue with no volume": (
        article(
            ["Banit DM", "Kaufer H", "Hartford JM"],
            "Intraoperative frozen section analysis in revision total joint arthroplasty",
            "Clin Orthop",
            2002,
            issue="401",
            page="230-8",
        ),
        "Banit DM, Kaufer H, Hartford JM. Intraoperative frozen section analysis in revision "
        "total joint arthroplasty. Clin Orthop. 2002;(401):230-8.",
    ),
    "11, no volume or issue": (
        article(
            [],
            "Outreach: bringing HIV-positive individuals into care",
            "HRSA Careaction",
            [2002, 6],
            page="1-6",
        ),
        "Outreach: bringing HIV-positive individuals into care. HRSA Careaction. 2002 Jun:1-6.",
    ),
    "12, pagination in roman numerals": (
        article(
            ["Chadwick R", "Schuklenk U"],
            "The politics of ethical consensus finding",
            "Bioethics",
            2002,
            volume="16",
            issue="2",
            page="iii-v",
        ),
        "Chadwick R, Schuklenk U. The politics of ethical consensus finding. Bioethics. "
        "2002;16(2):iii-v.",
    ),
}

# American Psychological Association,
# https://apastyle.apa.org/style-grammar-guidelines/references/examples/journal-article-references
# and, for the article number, example 6 of chapter 10 of the Publication Manual, 7th edition.
PRINTED_BY_APA = {
    "journal article": (
        article(
            ["Grady JS", "Her M", "Moreno G", "Perez C", "Yelinek J"],
            "Emotions in storybooks: A comparison of storybooks that represent ethnic and racial "
            "groups in the United States",
            "Psychology of Popular Media Culture",
            2019,
            volume="8",
            issue="3",
            page="207-17",
            DOI="10.1037/ppm0000185",
        ),
        "Grady, J. S., Her, M., Moreno, G., Perez, C., & Yelinek, J. (2019). Emotions in "
        "storybooks: A comparison of storybooks that represent ethnic and racial groups in the "
        "United States. Psychology of Popular Media Culture, 8(3), 207–217. "
        "https://doi.org/10.1037/ppm0000185",
    ),
    "article number": (
        article(
            ["D Burin", "K Kilteni", "M Rabuffetti", "M Slater", "L Pia"],
            "Body ownership increases the interference between observed and executed movements",
            "PLOS ONE",
            2019,
            volume="14",
            issue="1",
            page="e0209899",
            DOI="10.1371/journal.pone.0209899",
        ),
        "Burin, D., Kilteni, K., Rabuffetti, M., Slater, M., & Pia, L. (2019). Body ownership "
        "increases the interference between observed and executed movements. PLOS ONE, 14(1), "
        "Article e0209899. https://doi.org/10.1371/journal.pone.0209899",
    ),
}


@pytest.mark.parametrize(("item", "printed"), PRINTED_BY_NLM.values(), ids=PRINTED_BY_NLM)
def test_vancouver_is_what_nlm_prints(item, printed):
    assert text_of(item, VANCOUVER) == printed


@pytest.mark.parametrize(("item", "printed"), PRINTED_BY_APA.values(), ids=PRINTED_BY_APA)
def test_apa_is_what_the_association_prints(item, printed):
    assert text_of(item, APA) == printed


def test_journal_and_volume_are_slanted_in_apa_and_nothing_else_is():
    item, _printed = PRINTED_BY_APA["article number"]
    slanted = [piece["text"] for piece in reference(item, APA) if piece["slanted"]]
    assert slanted == ["PLOS ONE", "14"]


def test_signs_of_markup_in_a_title_stay_text():
    item = article(["Asha Singh"], "Is <i>p</i> < 0.05 & enough?", "A \ue000journal", 2020)
    assert "Is <i>p</i> < 0.05 & enough? A journal. 2020" in text_of(item, VANCOUVER)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Asha Singh", {"family": "Singh", "given": "Asha"}),
        ("Singh AK", {"family": "Singh", "given": "AK"}),
        ("Ruth van den Berg", {"family": "van den Berg", "given": "Ruth"}),
        ("Asha K. Singh Jr", {"family": "Singh", "given": "Asha K.", "suffix": "Jr"}),
        ("World Health Organization", {"literal": "World Health Organization"}),
        ("QI Knowledge Hub editors", {"literal": "QI Knowledge Hub editors"}),
        ("Madonna", {"literal": "Madonna"}),
        ("आशा सिंह", {"literal": "आशा सिंह"}),
    ],
)
def test_the_family_name_is_found_where_there_is_one(name, parts):
    assert csl_name(name) == parts


@pytest.fixture
def paper(initiative):
    fields = {
        "journal": "BMJ Open Quality",
        "year": 2021,
        "volume": "10",
        "pages": "e001467",
        "doi": "10.1136/bmjoq-2021-001467",
        "contributors": [
            ("person", {"name": "Asha Singh", "role": "author"}),
            ("person", {"name": "Bo Li", "role": "Reviewer"}),
        ],
        "facility_name": "Secret Hospital",
        "facility_is_anonymous": True,
    }
    for name, value in fields.items():
        setattr(initiative, name, value)
    initiative.save_revision().publish()
    return initiative


def download(client, page, extension):
    return client.get(f"/en/cite/{page.pk}.{extension}")


def test_a_paper_is_offered_as_ris(client, paper):
    response = download(client, paper, "ris")
    assert response["Content-Type"] == "application/x-research-info-systems; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="fewer-infections.ris"'
    (record,) = rispy.loads(response.text)
    assert record["type_of_reference"] == "JOUR"
    assert record["authors"] == ["Singh, Asha"]
    assert record["doi"] == "10.1136/bmjoq-2021-001467"


def test_a_paper_is_offered_as_bibtex(client, paper):
    response = download(client, paper, "bib")
    assert response["Content-Type"] == "application/x-bibtex; charset=utf-8"
    (entry,) = bibtexparser.parse_string(response.text).entries
    assert (entry.entry_type, entry.key) == ("article", "singh2021fewer")
    assert entry["author"] == "Singh, Asha"


def test_a_paper_is_offered_as_csl_json(client, paper):
    response = download(client, paper, "json")
    assert response["Content-Type"].startswith("application/vnd.citationstyles.csl+json")
    (item,) = json.loads(response.text)
    assert item["type"] == "article-journal"
    assert item["author"] == [{"family": "Singh", "given": "Asha"}]


def test_a_guide_is_cited_as_a_page_of_the_hub(client, guide, settings):
    (item,) = json.loads(download(client, guide, "json").text)
    assert (item["type"], item["publisher"]) == ("webpage", settings.WAGTAIL_SITE_NAME)
    assert item["URL"] == "http://localhost/en/guides/write-an-aim/"
    published = csl_item(guide)["issued"]["date-parts"][0][0]
    assert f"QI Knowledge Hub. ({published}" in text_of(csl_item(guide), APA)


def test_an_anonymous_facility_is_in_no_download_and_not_on_the_page(client, paper):
    everything = "".join(download(client, paper, each).text for each in ("ris", "bib", "json"))
    assert "Secret" not in everything + client.get(paper.url).text


def test_what_readers_may_not_see_cannot_be_cited(client, paper, guide):
    PageViewRestriction.objects.create(page=paper, restriction_type="login")
    assert download(client, paper, "ris").status_code == 404
    guide.unpublish()
    assert download(client, guide, "ris").status_code == 404


def test_other_formats_and_other_languages_are_not_found(client, paper):
    assert download(client, paper, "pdf").status_code == 404
    assert client.get(f"/hi/cite/{paper.pk}.ris").status_code == 404


def test_a_download_that_has_not_changed_is_not_sent_again(client, paper):
    since = {"if-modified-since": download(client, paper, "ris")["Last-Modified"]}
    assert client.get(f"/en/cite/{paper.pk}.ris", headers=since).status_code == 304


def test_the_page_shows_both_styles_and_links_to_the_files(client, paper):
    html = client.get(paper.url).text
    assert "Singh A. Fewer infections. BMJ Open Quality. 2021;10:e001467." in html
    assert "<i>BMJ Open Quality</i>" in html
    for extension in ("ris", "bib", "json"):
        assert f'href="/en/cite/{paper.pk}.{extension}"' in html


def test_the_page_can_be_sent_by_whatsapp_with_a_plain_link(client, paper):
    html = client.get(paper.url).text
    address = "https%3A%2F%2F" if paper.url.startswith("https") else "http%3A%2F%2Flocalhost"
    assert f'href="https://wa.me/?text=Fewer%20infections%0A{address}' in html
