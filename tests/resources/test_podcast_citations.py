"""References to episodes and to pages of the hub, in both styles and as files."""

import json

import bibtexparser
import pytest
import rispy

from resources.citations.names import csl_name
from resources.citations.styles import APA, VANCOUVER, reference
from resources.citations.work import csl_item


def text_of(item, style):
    return "".join(piece["text"] for piece in reference(item, style))


def work(kind, authors, title, container, issued, url, **more):
    return {
        "id": "1",
        "type": kind,
        "author": [csl_name(name) for name in authors],
        "title": title,
        "container-title": container,
        "publisher": container,
        "issued": {"date-parts": [issued]},
        "accessed": {"date-parts": [[2026, 11, 22]]},
        "URL": url,
        **more,
    }


HOSTED = {"genre": "Audio podcast episode", "medium": "audio", "custom": {"author-role": "Host"}}
AMUSEMENT_PARK = work(
    "broadcast",
    ["Ira Glass"],
    "Amusement park",
    "This American life",
    [2011, 8, 12],
    "https://www.thisamericanlife.org/radio-archives/episode/443/amusement-park",
    publisher="WBEZ Chicago",
    number="443",
    **HOSTED,
)
# Example 95 of chapter 10 of the Publication Manual, 7th edition (an episode); the association's
# own episode as https://library.rgu.ac.uk/apa-referencing/podcasts cites it; and its examples of
# pages, https://apastyle.apa.org/style-grammar-guidelines/references/examples/webpage-website-references
PRINTED_BY_APA = {
    "podcast episode": (
        AMUSEMENT_PARK,
        "Glass, I. (Host). (2011, August 12). Amusement park (No. 443) [Audio podcast episode]. "
        "In This American life. WBEZ Chicago. "
        "https://www.thisamericanlife.org/radio-archives/episode/443/amusement-park",
    ),
    "podcast episode without a number": (
        work(
            "broadcast",
            ["K. Mills"],
            "Self-driving cars",
            "Speaking of Psychology",
            [2018, 5, 16],
            "https://www.apa.org/research/action/speaking-of-psychology/self-driving-cars",
            publisher="American Psychological Association",
            **HOSTED,
        ),
        "Mills, K. (Host). (2018, May 16). Self-driving cars [Audio podcast episode]. In Speaking "
        "of Psychology. American Psychological Association. "
        "https://www.apa.org/research/action/speaking-of-psychology/self-driving-cars",
    ),
    "page by an organization on its own site": (
        work(
            "webpage",
            ["World Health Organization"],
            "The top 10 causes of death",
            "World Health Organization",
            [2018, 5, 24],
            "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
        ),
        "World Health Organization. (2018, May 24). The top 10 causes of death. "
        "https://www.who.int/news-room/fact-sheets/detail/the-top-10-causes-of-death",
    ),
}


@pytest.mark.parametrize(("item", "printed"), PRINTED_BY_APA.values(), ids=PRINTED_BY_APA)
def test_apa_is_what_the_association_prints(item, printed):
    assert text_of(item, APA) == printed


def test_vancouver_names_an_episode_s_medium_and_its_show_as_a_series():
    """Elements and their order are those of Citing Medicine, chapter 22, for audiovisual works.

    https://www.ncbi.nlm.nih.gov/books/NBK7269/
    """
    assert text_of(AMUSEMENT_PARK, VANCOUVER) == (
        "Glass I. Amusement park [podcast on the Internet]. WBEZ Chicago; 2011 Aug 12 "
        "[cited 2026 Nov 22]. (This American life; no. 443). Available from: "
        "https://www.thisamericanlife.org/radio-archives/episode/443/amusement-park"
    )


def test_several_hosts_are_hosts_and_the_show_is_slanted():
    item = {**AMUSEMENT_PARK, "author": [csl_name("Asha Singh"), csl_name("Bo Li")]}
    assert text_of(item, APA).startswith("Singh, A., & Li, B. (Hosts). (2011, August 12).")
    slanted = [piece["text"] for piece in reference(item, APA) if piece["slanted"]]
    assert slanted == ["This American life"]


def download(client, page, extension):
    return client.get(f"/en/cite/{page.pk}.{extension}")


def test_an_episode_is_cited_by_its_hosts_as_part_of_its_show(client, episode):
    (item,) = json.loads(download(client, episode, "json").text)
    assert (item["type"], item["container-title"], item["number"]) == (
        *("broadcast", "Small changes"),
        "2",
    )
    assert item["author"] == [{"family": "Singh", "given": "Asha"}]
    assert "Singh, A. (Host). (" in text_of(csl_item(episode), APA)
    assert "What to count (No. 2) [Audio podcast episode]. In Small changes. QI Knowledge Hub." in (
        text_of(csl_item(episode), APA)
    )
    assert "What to count [podcast on the Internet]. QI Knowledge Hub;" in (
        text_of(csl_item(episode), VANCOUVER)
    )


def test_an_episode_without_hosts_is_by_whoever_made_it(episode):
    episode.contributors = [("person", {"name": "QI Knowledge Hub editors", "role": "author"})]
    assert text_of(csl_item(episode), APA).startswith("QI Knowledge Hub editors. (")
    episode.contributors = []
    assert text_of(csl_item(episode), APA).startswith("QI Knowledge Hub. (")


def test_an_episode_is_a_sound_to_reference_managers(client, episode):
    (record,) = rispy.loads(download(client, episode, "ris").text)
    assert (record["type_of_reference"], record["title"]) == ("SOUND", "What to count")
    assert record["authors"] == ["Singh, Asha"]
    (entry,) = bibtexparser.parse_string(download(client, episode, "bib").text).entries
    assert (entry.entry_type, entry["author"]) == ("misc", "Singh, Asha")


def test_an_episode_s_page_shows_both_styles(client, episode):
    html = client.get(episode.url).text
    assert "[Audio podcast episode]. In <i>Small changes</i>" in html
    assert "[podcast on the Internet]" in html
