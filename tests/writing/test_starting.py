"""A record begins empty, or from what was published."""

import pytest
from django.urls import reverse

from resources.models import InitiativePage
from writing.answers import texts_of
from writing.models import Draft
from writing.sending import send

DOI = "10.1234/known.2"
RIS = """TY  - JOUR
TI  - Warm from the first hour
AU  - Rao, A
JO  - A journal of care
PY  - 2021
DO  - 10.1234/warm.1
AB  - We tried. It did not last.
ER  -
"""
BIBTEX = "@article{a, title={Warm from the first hour}, year={2021}, doi={10.1234/warm.1}}"


@pytest.fixture
def published(initiatives, publish):
    """An initiative of the library whose facility readers are not told."""
    return publish(
        initiatives,
        InitiativePage(
            title="Warm from the first hour",
            slug="warm",
            summary="A ward.",
            doi=DOI,
            year=2021,
            aim="<p>None cold.</p>",
            problem="<p>Two of ten were <b>cold</b>.</p><p>Nobody &lt; knew.</p>",
            facility_name="Hill Hospital",
            facility_is_anonymous=True,
        ),
    )


def begin(client, citation="", **fields):
    return client.post(
        reverse("writing"),
        {"kind": "case_study", "language": "en", "citation": citation, **fields},
    )


def test_a_record_begins_empty_in_the_language_of_its_team(at_desk, author):
    begin(at_desk, language="hi")
    draft = Draft.objects.get()
    assert (draft.language, draft.kind, list(draft.members.all())) == ("hi", "case_study", [author])
    assert texts_of(draft) == {}


@pytest.mark.parametrize("citation", [RIS, BIBTEX])
def test_a_reference_gives_the_first_answers(at_desk, citation):
    begin(at_desk, citation)
    draft = Draft.objects.get()
    texts = texts_of(draft)
    assert draft.kind == "initiative"
    assert (texts["title"], texts["year"]) == ("Warm from the first hour", "2021")
    assert texts["doi"] == "10.1234/warm.1"


def test_what_the_form_does_not_ask_for_comes_into_the_page_all_the_same(
    at_desk, author, initiatives
):
    begin(at_desk, RIS)
    draft = Draft.objects.get()
    send(draft, author, initiatives)
    draft.refresh_from_db()
    page = draft.page.specific
    assert [person.value["name"] for person in page.contributors] == ["A Rao"]
    assert page.journal == "A journal of care"


@pytest.mark.parametrize(
    "citation", [DOI, f"https://doi.org/{DOI.upper()}", RIS.replace("10.1234/warm.1", DOI)]
)
def test_what_the_library_has_already_is_completed(at_desk, author, published, citation):
    begin(at_desk, citation)
    draft = Draft.objects.get()
    texts = texts_of(draft)
    assert draft.page_id == published.pk
    assert texts["problem"] == "Two of ten were cold.\nNobody < knew."
    assert texts["aim"] == "None cold."
    assert "Hill" not in str(texts)
    send(draft, author, None)
    published.refresh_from_db()
    page = published.get_latest_revision_as_object()
    assert page.problem == published.problem
    assert (page.facility_name, page.facility_is_anonymous) == ("Hill Hospital", True)
    assert published.live and page.owner == published.owner


def test_a_page_that_readers_do_not_see_says_nothing(at_desk, published):
    published.unpublish()
    begin(at_desk, DOI)
    draft = Draft.objects.get()
    assert draft.page is None
    assert texts_of(draft) == {"doi": DOI}


@pytest.mark.parametrize("citation", ["warm", RIS + RIS, "TY  - JOUR\nTI  - cut off", "@article{a"])
def test_what_is_no_citation_is_said(at_desk, citation):
    answer = begin(at_desk, citation)
    assert answer.status_code == 200
    assert answer.context["form"].errors["citation"]
    assert Draft.objects.count() == 0


@pytest.mark.parametrize(("section", "is_led"), [("initiatives", True), ("guides", False)])
def test_a_section_of_records_leads_to_where_they_are_written(client, section, is_led, request):
    page = request.getfixturevalue(section)
    there = f'href="{reverse("writing")}"'

    assert (there in client.get(page.url).content.decode()) is is_led
