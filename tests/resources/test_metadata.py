"""What pages say of themselves to machines, read back from their HTML."""

import json

import html5lib
import pytest
from wagtail.images.tests.utils import get_test_image_file

from core.models import HubImage
from resources.models import CaseStudyPage, LibraryPage
from scripts.services import readers
from tests.resources.schema_org import faults

META = "{http://www.w3.org/1999/xhtml}meta"
SCRIPT = "{http://www.w3.org/1999/xhtml}script"
AWKWARD = '</script><script>alert(1)</script> & "quoted" \u2028 <!--'


class Head:
    """What a page's head says, as an HTML parser understands it."""

    def __init__(self, html):
        head = html5lib.parse(html).find("{http://www.w3.org/1999/xhtml}head")
        metas = [dict(each.attrib) for each in head.iter(META)]
        self.scripts = list(head.iter(SCRIPT))
        self.named = [(each["name"], each["content"]) for each in metas if "name" in each]
        self.graph = [(each["property"], each["content"]) for each in metas if "property" in each]

    @property
    def things(self):
        """Return the JSON-LD of the page: its work and its trail."""
        (script,) = self.scripts
        assert script.get("type") == "application/ld+json"
        data = json.loads(script.text)
        assert data["@context"] == "https://schema.org"
        return data["@graph"]


@pytest.fixture
def head(client):
    return lambda page: Head(client.get(page.url).text)


@pytest.fixture
def paper(initiative):
    fields = {
        "journal": "BMJ Open Quality",
        "year": 2021,
        "volume": "10",
        "issue": "2",
        "pages": "112-6",
        "doi": "10.1136/bmjoq-2021-001467",
        "pmid": "35705258",
        "keywords": "sepsis; newborn",
        "licence": "cc-by-4.0",
        "contributors": [
            ("person", {"name": "Asha Singh"}),
            ("person", {"name": "World Health Organization"}),
        ],
        "facility_name": "Secret Hospital",
        "facility_place": "Hidden District",
        "facility_is_anonymous": True,
    }
    for name, value in fields.items():
        setattr(initiative, name, value)
    initiative.save_revision().publish()
    return initiative


@pytest.fixture
def case_study(home, publish):
    section = publish(home, LibraryPage(title="Case studies", slug="cases", holds="case_study"))
    return publish(
        section,
        CaseStudyPage(title="A warm chain", slug="warm", summary="One ward.", licence="cc0"),
    )


def test_a_paper_names_what_scholarly_indexes_read(head, paper):
    assert [each for each in head(paper).named if each[0].startswith("citation_")] == [
        ("citation_title", "Fewer infections"),
        ("citation_author", "Asha Singh"),
        ("citation_author", "World Health Organization"),
        ("citation_publication_date", "2021"),
        ("citation_journal_title", "BMJ Open Quality"),
        ("citation_volume", "10"),
        ("citation_issue", "2"),
        ("citation_firstpage", "112"),
        ("citation_lastpage", "116"),
        ("citation_doi", "10.1136/bmjoq-2021-001467"),
        ("citation_pmid", "35705258"),
    ]


def test_the_service_that_makes_references_of_addresses_reads_the_paper(client, paper):
    """Wikimedia's reader of `citation_*` (see scripts.services.readers), which Citoid uses."""
    paper.title = AWKWARD
    paper.save_revision().publish()
    assert readers.read("highwire", client.get(paper.url).text) == {
        "title": AWKWARD,
        "author": ["Asha Singh", "World Health Organization"],
        "publication_date": "2021",
        "journal_title": "BMJ Open Quality",
        "volume": "10",
        "issue": "2",
        "firstpage": "112",
        "lastpage": "116",
        "doi": "10.1136/bmjoq-2021-001467",
        "pmid": "35705258",
    }


def test_a_guide_is_no_paper(head, guide):
    assert not [each for each in head(guide).named if each[0].startswith("citation_")]


def test_previews_get_title_summary_language_and_alternates(head, guide, hindi):
    guide.copy_for_translation(hindi, copy_parents=True).save_revision().publish()
    graph = head(guide).graph
    assert dict(graph) | {"og:title": "Write an aim", "og:description": "One sentence."} == dict(
        graph
    )
    assert ("og:url", "http://localhost/en/guides/write-an-aim/") in graph
    assert ("og:locale", "en_US") in graph and ("og:locale:alternate", "hi_IN") in graph


def test_previews_get_the_picture_and_its_text(head, guide, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    guide.image = HubImage.objects.create(
        title="A chart", description="A run chart", file=get_test_image_file(size=(1600, 900))
    )
    guide.save_revision().publish()
    graph = dict(head(guide).graph)
    assert graph["og:image"].startswith("http://localhost/media/")
    assert (graph["og:image:width"], graph["og:image:height"]) == ("1200", "630")
    assert graph["og:image:alt"] == "A run chart"
    assert head(guide).things[0]["image"] == graph["og:image"]


def test_every_type_property_and_value_is_one_of_schema_org_s(
    head, paper, guide, case_study, show, episode
):
    for page in (paper, guide, case_study, show, episode):
        for thing in head(page).things:
            assert list(faults(thing)) == []


@pytest.mark.parametrize(
    "thing",
    [
        {"@type": "Tutorial", "name": "x"},
        {"@type": "PodcastEpisode", "headlines": "x"},
        {"@type": "PodcastEpisode", "webFeed": "https://hub.example/feed.xml"},
        {"@type": "PodcastEpisode", "partOfSeries": {"@type": "Person", "name": "x"}},
        {"@type": "PodcastEpisode", "author": [{"@type": "Person", "titles": "x"}]},
        {"@type": "PodcastEpisode", "associatedMedia": "sound.mp3"},
        {"@type": "AudioObject", "duration": "12:34"},
        {"@type": "AudioObject", "contentUrl": "sound.mp3"},
        {"@type": "Article", "datePublished": "yesterday"},
        {"@type": "Article", "name": 3},
    ],
)
def test_what_schema_org_does_not_know_is_found(thing):
    assert list(faults(thing))


def test_an_initiative_is_described_as_the_paper_it_stands_for(head, paper):
    work, trail = head(paper).things
    assert work["@type"] == "ScholarlyArticle"
    assert work["author"][0] == {"@type": "Person", "name": "Asha Singh"}
    assert work["author"][1]["@type"] == "Organization"
    assert work["sameAs"] == "https://doi.org/10.1136/bmjoq-2021-001467"
    assert work["isPartOf"]["isPartOf"]["isPartOf"]["name"] == "BMJ Open Quality"
    assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert [step["name"] for step in trail["itemListElement"]][-1] == "Fewer infections"


def test_a_guide_is_described_as_something_to_learn_from(head, guide):
    work, trail = head(guide).things
    assert (work["@type"], work["inLanguage"]) == ("LearningResource", "en")
    steps = [(step["position"], step["item"]["@id"]) for step in trail["itemListElement"]]
    assert steps == [
        (1, "http://localhost/en/"),
        (2, "http://localhost/en/guides/"),
        (3, "http://localhost/en/guides/write-an-aim/"),
    ]


def test_a_case_study_is_described_as_one(head, case_study):
    work = head(case_study).things[0]
    assert (work["@type"], work["learningResourceType"]) == ("LearningResource", "case study")


def test_an_episode_is_described_with_its_sound_and_its_show(head, episode):
    work = head(episode).things[0]
    assert (work["@type"], work["episodeNumber"], work["duration"]) == (
        *("PodcastEpisode", 2),
        "PT12M34S",
    )
    assert work["partOfSeason"] == {"@type": "PodcastSeason", "seasonNumber": 1}
    assert work["partOfSeries"] == {
        "@type": "PodcastSeries",
        "name": "Small changes",
        "url": "http://localhost/en/podcast/",
        "webFeed": "http://localhost/en/podcast/podcast/feed.xml",
    }
    low, normal = work["associatedMedia"]
    assert normal == {
        "@type": "AudioObject",
        "contentUrl": f"http://localhost{episode.audio.url}",
        "encodingFormat": "audio/mpeg",
        "contentSize": "2300000",
        "duration": "PT12M34S",
        "inLanguage": "en",
        "caption": {
            "@type": "MediaObject",
            "contentUrl": f"http://localhost/en/transcripts/{episode.pk}.vtt",
            "encodingFormat": "text/vtt",
            "inLanguage": "en",
        },
    }
    assert low["contentSize"] == "410000"
    assert [each["name"] for each in work["author"]] == ["Asha Singh"]
    assert [each["name"] for each in work["contributor"]] == ["Bo Li", "Cara Diaz"]


def test_previews_can_play_an_episode(head, episode):
    graph = dict(head(episode).graph)
    assert graph["og:audio"] == f"http://localhost{episode.audio.url}"
    assert (graph["og:type"], graph["og:audio:type"]) == ("article", "audio/mpeg")


def test_a_show_is_described_with_its_feed(head, show):
    series, trail = head(show).things
    assert (series["@type"], series["name"]) == ("PodcastSeries", "Small changes")
    assert series["webFeed"] == "http://localhost/en/podcast/podcast/feed.xml"
    assert series["author"] == [{"@type": "Person", "name": "Asha Singh"}]
    assert [step["name"] for step in trail["itemListElement"]][-1] == "Small changes"
    graph = dict(head(show).graph)
    assert (graph["og:type"], graph["og:title"]) == ("website", "Small changes")
    assert graph["og:description"] == "Talks about <quality> & care."


def test_no_text_breaks_out_of_the_head_of_a_podcast(head, show, episode):
    show.title = show.introduction = show.author = AWKWARD
    show.save_revision().publish()
    episode.title = episode.summary = AWKWARD
    episode.contributors = [("person", {"name": AWKWARD, "role": "guest"})]
    episode.save_revision().publish()
    for page in (show, episode):
        page.refresh_from_db()
        found = head(page)
        assert len(found.scripts) == 1
        assert found.things[0]["name"] == AWKWARD
        assert ("og:title", AWKWARD) in found.graph


def test_no_text_breaks_out_of_the_head(head, paper):
    paper.title, paper.journal = AWKWARD, AWKWARD
    paper.save_revision().publish()
    found = head(paper)
    assert len(found.scripts) == 1
    assert found.things[0]["name"] == AWKWARD
    assert ("citation_title", AWKWARD) in found.named
    assert ("og:title", AWKWARD) in found.graph


def test_an_anonymous_facility_is_not_in_the_head(client, paper):
    html = client.get(paper.url).text
    assert "Secret" not in html and "Hidden District" not in html
