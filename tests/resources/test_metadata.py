"""What pages say of themselves to machines, read back from their HTML."""

import json

import html5lib
import msgspec_schemaorg.models
import pytest
from wagtail.images.tests.utils import get_test_image_file

from core.models import HubImage

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


def unknown_to_schema_org(thing, where=""):
    """Yield every type and property of a JSON-LD object that schema.org does not have."""
    if isinstance(thing, list):
        for each in thing:
            yield from unknown_to_schema_org(each, where)
    elif isinstance(thing, dict):
        known = getattr(msgspec_schemaorg.models, thing.get("@type", ""), None)
        properties = known.__struct_encode_fields__ if known else ()
        for name, value in thing.items():
            if name != "@type" and name not in properties:
                yield f"{where}/{thing.get('@type')}.{name}"
            yield from unknown_to_schema_org(value, f"{where}/{name}")


def test_every_type_and_property_is_schema_org_s(head, paper, guide):
    for page in (paper, guide):
        things = head(page).things
        assert list(unknown_to_schema_org(things)) == []
    assert list(unknown_to_schema_org({"@type": "Tutorial", "name": "x"}))


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
    steps = [(step["position"], step["item"]) for step in trail["itemListElement"]]
    assert steps == [
        (1, "http://localhost/en/"),
        (2, "http://localhost/en/guides/"),
        (3, "http://localhost/en/guides/write-an-aim/"),
    ]


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
