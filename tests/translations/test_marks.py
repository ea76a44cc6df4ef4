"""What a reader of a translation is told when its source says something else."""

import re

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import PageViewRestriction

from resources.models import GuidePage
from tests.translations.conftest import HINDI, PARAGRAPH, body
from translations.freshness.states import refresh_states
from translations.models import Adaptation, Severity, Version

SOAP, DOSE = "<b>Soap</b> and water.", "Give 5 mg once a day."
ADDRESS = "/hi/guides/wash/"


def said(text):
    """Return what the hub's own words are in Hindi."""
    with translation.override("hi"):
        return translation.gettext(text)


def read(client):
    return html5lib.parse(client.get(ADDRESS).text, namespaceHTMLElements=False)


def words(element):
    return " ".join("".join(element.itertext()).split())


def passages(document):
    """Return (text, language, what the mark says) of all that is marked in a page."""
    parents = {child: parent for parent in document.iter() for child in parent}
    marked = []
    for each in document.iter("span"):
        if each.get("class") == "passage":
            siblings = list(parents[each])
            link = siblings[siblings.index(each) + 1]
            marked.append((words(each), each.get("lang"), words(link)))
    return marked


def notes(document):
    """Return (what is said, source text, former text) of the notes at the end of a page."""
    section = document.find(".//section[@class='differences']")
    found = []
    for note in section.iter("li"):
        texts = []
        for name in ("blockquote", "s"):
            quote = note.find(f".//{name}")
            assert quote is None or (quote.get("lang"), quote.get("dir")) == ("en", "ltr")
            texts.append("" if quote is None else words(quote))
        found.append((words(note.find(".//strong")), *texts))
    return found


def test_of_a_fresh_translation_nothing_is_said_and_nothing_costs_more(translated, client):
    client.get(ADDRESS)
    with CaptureQueriesContext(connection) as tracked:
        fresh = client.get(ADDRESS).text
    Version.objects.all().delete()
    with CaptureQueriesContext(connection) as untracked:
        assert client.get(ADDRESS).text == fresh
    assert len(tracked) == len(untracked)
    assert "passage" not in fresh and "differences" not in fresh


def test_a_typo_changes_nothing_in_the_page(translated, edit, client):
    before = client.get(ADDRESS).text
    edit(translated, Severity.TYPO, body=body(SOAP, "Give 5 mg  once daily."))
    assert client.get(ADDRESS).text == before


def test_a_changed_passage_alone_is_marked_with_both_texts_of_the_source(translated, edit, client):
    edit(translated, Severity.CONTENT, body=body("<b>Soap</b>, water & <i>time</i>.", DOSE))
    document = read(client)
    assert passages(document) == [("साबुन और पानी।", None, f"{said('Changed in the source')} (1)")]
    assert notes(document) == [
        (f"{said('Changed in the source')} (1)", "Soap, water & time.", "Soap and water.")
    ]
    assert document.find(".//a[@id='_n-1']").get("href") == "#_s-1"
    numbers = re.findall(r"\d+", words(document.find(".//div[@role='note']")))
    assert {"1", "4"} <= set(numbers)


def test_a_safety_critical_change_stands_at_the_head_too(translated, edit, client):
    edit(translated, Severity.SAFETY, body=body(SOAP, "Give 7 mg once a day."))
    head = read(client).find(".//header/div/div[@role='note']")
    assert f"{said('Safety-critical change')} (1) Give 7 mg once a day." in words(head)
    assert head.find(".//span[@lang='en']").get("dir") == "ltr"


def test_marks_stay_out_of_what_is_no_running_text(translated, edit, client):
    edit(translated, Severity.CONTENT, title="Wash both hands", summary="Before & after.")
    response = client.get(ADDRESS)
    document = html5lib.parse(response.text, namespaceHTMLElements=False)
    assert words(document.find(".//h1/span")) == HINDI["Wash your hands"]
    assert said("Changed in the source") not in words(document.find(".//title"))
    for each in (*document.iter("script"), *document.iter("meta")):
        assert "_n-" not in words(each) + each.get("content", "")
    assert len(passages(document)) == 2


def test_a_new_paragraph_is_read_in_the_source_at_its_place(translated, edit, client):
    edit(translated, body=body(SOAP, "Dry <i>well</i>.", "Wait & see.", DOSE))
    paragraphs = [words(each) for each in read(client).find(".//article").iter("p")]
    first = paragraphs.index(HINDI[SOAP].replace("<b>", "").replace("</b>", ""))
    assert paragraphs[first : first + 4] == [
        "साबुन और पानी।",
        f"Dry well. {said('Not translated yet')} (1)",
        f"Wait & see. {said('Not translated yet')} (2)",
        HINDI[DOSE],
    ]
    assert {language for _text, language, _mark in passages(read(client))} == {"en"}


def test_new_items_of_a_list_stand_in_a_list(translated, edit, client):
    value = f"<p>{SOAP}</p><ul><li>One</li><li>Two</li></ul><p>{DOSE}</p>"
    edit(translated, body=[{"type": "paragraph", "id": PARAGRAPH, "value": value}])
    (items,) = [each for each in read(client).find(".//article").iter("ul") if "One" in words(each)]
    untold = [words(each).split(said("Not translated yet"))[0].strip() for each in items]
    assert untold == ["One", "Two"]


def test_new_blocks_are_shown_from_the_source(translated, edit, client):
    steps = {
        "type": "steps",
        "id": PARAGRAPH.replace("1", "3"),
        "value": [
            {
                "type": "item",
                "id": PARAGRAPH.replace("1", "4"),
                "value": {"title": "Form a team", "text": "<p>Ask <b>them</b>.</p>"},
            }
        ],
    }
    heading = {
        "type": "heading",
        "id": PARAGRAPH.replace("1", "2"),
        "value": {"text": "Then", "level": "h2"},
    }
    edit(translated, body=[heading, *body(SOAP, DOSE), steps])
    document = read(client)
    assert [text for text, *_rest in passages(document)] == ["Then", "Form a team", "Ask them."]
    assert words(document.find(".//h2[@id='then']/span[@lang='en']")) == "Then"
    assert document.find(".//ol[@class='steps']/li") is not None


def test_what_the_source_has_no_more_is_said(translated, edit, client):
    edit(translated, Severity.CONTENT, body=body(SOAP))
    document = read(client)
    assert passages(document) == [(HINDI[DOSE], None, f"{said('No longer in the source')} (1)")]
    assert notes(document) == [(f"{said('No longer in the source')} (1)", "", DOSE)]


def test_who_may_not_read_the_source_reads_no_word_of_it(translated, edit, client):
    edit(translated, Severity.SAFETY, body=body(SOAP, "Give 7 mg once a day.", "Dry."))
    PageViewRestriction.objects.create(page=translated, restriction_type="login")
    html = client.get(ADDRESS).text
    assert f"{said('Safety-critical change')} (1)" in html
    for secret in ("7 mg", "Dry.", "5 mg once", "Wash your hands"):
        assert secret not in html


def test_a_text_that_the_page_does_not_show_is_in_the_notes_alone(translated, edit, client):
    edit(translated, Severity.CONTENT, search_description="All about hands.")
    document = read(client)
    assert passages(document) == []
    assert notes(document) == [(f"{said('Not translated yet')} (1)", "All about hands.", "")]
    assert said("To the passage") not in words(document.find(".//section[@class='differences']"))


def test_a_new_text_without_a_place_of_its_own_fills_an_empty_one(translated, edit, client):
    edit(translated, you_need="Soap.\n\nA basin.")
    document = read(client)
    paragraphs = document.find(".//div[@class='passage'][@lang='en']").iter("p")
    assert [words(each) for each in paragraphs] == ["Soap.", "A basin."]
    assert notes(document) == [(f"{said('Not translated yet')} (1)", "", "")]
    edit(translated, you_need="")
    hindi = GuidePage.objects.get(slug="wash", locale__language_code="hi")
    hindi.you_need = "साबुन & पानी"
    hindi.save_revision().publish()
    assert "<p>साबुन &amp; पानी</p>" in client.get(ADDRESS).text


def test_lists_feeds_and_programs_are_told_that_a_translation_is_out_of_date(
    translated, edit, client
):
    def told():
        found = client.get("/hi/search/?q=साबुन").text
        feed = client.get("/hi/feed/").text
        graph = client.get(ADDRESS).text
        answer = client.get("/hi/search/?q=साबुन&format=json").json()
        page = client.get("/api/v2/pages/?type=resources.GuidePage&locale=hi&fields=is_outdated")
        single = client.get(f"/api/v2/pages/{page.json()['items'][0]['id']}/").json()
        return (
            said("Translation out of date") in found,
            said("This translation is out of date.") in feed,
            f'"creativeWorkStatus":"{said("This translation is out of date.")}"' in graph,
            *(hit["is_outdated"] for hit in answer["results"]),
            *(item["is_outdated"] for item in page.json()["items"]),
            single["is_outdated"],
        )

    assert told() == (False,) * 6
    edit(translated, Severity.CONTENT, summary="Before & after.")
    assert told() == (True,) * 6


@pytest.fixture
def adapted(translated, hindi):
    """What a team says of its version."""
    version = Version.objects.get(translation_key=translated.translation_key, locale=hindi)
    adaptation = Adaptation.objects.create(
        version=version, country="NP", what="राख भी।", why="साबुन <नहीं> मिलता।", reviewer="NHTC"
    )
    refresh_states(version.source_id)
    return adaptation


def test_readers_are_told_what_was_adapted_and_why_and_can_compare(adapted, translated, client):
    document = read(client)
    told = words(document.find(".//div[@role='note']"))
    for text in ("नेपाल", adapted.what, adapted.why, "NHTC"):
        assert text in told
    assert passages(document) == []
    rows = html5lib.parse(client.get(f"{ADDRESS}?compare").text, namespaceHTMLElements=False)
    beside = [words(each) for each in rows.find(".//ol[@class='plain beside']").iter("p")]
    assert beside[-2:] == [DOSE, HINDI[DOSE]]
    source = rows.find(".//ol[@class='plain beside']/li/div[@lang='en']/p")
    assert source.get("dir") == "ltr"


def test_of_an_adapted_version_only_what_is_safety_critical_is_marked(
    adapted, translated, edit, client
):
    edit(translated, Severity.CONTENT, summary="Before & after.")
    assert passages(read(client)) == []
    edit(translated, Severity.SAFETY, body=body(SOAP, "Give 7 mg once a day."))
    assert passages(read(client)) == [(HINDI[DOSE], None, f"{said('Safety-critical change')} (1)")]


def test_nobody_compares_with_a_source_that_readers_may_not_read(adapted, translated, client):
    PageViewRestriction.objects.create(page=translated, restriction_type="login")
    html = client.get(f"{ADDRESS}?compare").text
    assert "?compare" not in html and DOSE not in html


def test_every_passage_of_an_outdated_page_can_be_compared(translated, edit, client):
    edit(translated, Severity.CONTENT, body=body("Soap.", DOSE, "Dry."))
    html = client.get(f"{ADDRESS}?compare").text
    for text in ("Soap.", "Dry.", said("Not translated yet"), said("Changed in the source")):
        assert text in html
