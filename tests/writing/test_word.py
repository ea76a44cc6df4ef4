"""The manuscript: all that was written, in the order of SQUIRE 2.0, and nothing that is hidden."""

from io import BytesIO

import pytest
from django.urls import reverse
from docx import Document
from docx.oxml.ns import qn

from tests.writing.entries import ENTRY, OTHER
from writing.questions import MODELS, groups_of, questions_of
from writing.word import MANUSCRIPT

BIBLIOGRAPHIC = {"journal", "year", "doi"}

# Ogrinc et al., BMJ Qual Saf 2016;25:986-992: the sections of SQUIRE 2.0 in their order.
SQUIRE = [
    *("Abstract", "Introduction", "Problem description", "Available knowledge", "Rationale"),
    *("Specific aims", "Methods", "Context", "Interventions", "Study of the interventions"),
    *("Measures", "Analysis", "Ethical considerations", "Results", "Discussion", "Summary"),
    *("Interpretation", "Limitations", "Conclusions", "Funding"),
]


def read(client, draft):
    answer = client.get(reverse("writing_word", args=[draft.key]))
    assert answer["Content-Disposition"].startswith("attachment")
    return Document(BytesIO(b"".join(answer.streaming_content)))


def headings(document, level):
    style = f"Heading {level}"
    return [each.text for each in document.paragraphs if each.style.name == style]


@pytest.fixture
def written(draft, answered):
    answered(
        **{
            "title": "Warm & dry",
            "problem": "Two of ten were cold.\n\nNobody measured.",
            "facility_name": "Hill Hospital",
            "facility_is_anonymous": "yes",
            "outcome": "did_not_work",
            f"cycles__{ENTRY}__title": "A towel",
            f"cycles__{ENTRY}__act": "abandon",
            f"cycles__{OTHER}__plan": "A warmer",
            "lessons": "Ask the mothers.",
        }
    )
    return draft


def test_the_headings_are_those_of_squire_in_their_order(at_desk, written):
    document = read(at_desk, written)
    styles = ("Heading 1", "Heading 2")
    found = [each.text for each in document.paragraphs if each.style.name in styles]
    assert found == SQUIRE


def test_all_that_was_written_stands_there_once(at_desk, written):
    document = read(at_desk, written)
    text = "\n".join(each.text for each in document.paragraphs)
    for said in ("Warm & dry", "Two of ten were cold.", "Nobody measured.", "Ask the mothers."):
        assert text.count(said) == 1
    assert "Outcome: Did not work" in text
    assert headings(document, 3) == ["A towel", "A warmer"]
    assert "Act: Abandon" in text


def test_an_anonymous_facility_is_not_named(at_desk, written):
    document = read(at_desk, written)
    assert "Hill" not in "".join(each.text for each in document.paragraphs)


def test_a_text_of_a_language_written_from_right_to_left_runs_so(at_desk, draft, answered):
    draft.language = "ur"
    draft.save()
    answered(problem="دس میں سے دو")
    document = read(at_desk, draft)
    paragraph = next(each for each in document.paragraphs if "دس" in each.text)
    assert paragraph._element.pPr.find(qn("w:bidi")) is not None
    assert paragraph.runs[0]._element.rPr.find(qn("w:rtl")) is not None


@pytest.mark.parametrize("kind", MODELS)
def test_every_question_has_its_place_in_the_manuscript(kind):
    placed = {name for _heading, items in MANUSCRIPT for _item, names in items for name in names}
    asked = {*questions_of(kind), *groups_of(kind)}
    # The title stands above all; a journal asks for no name of its own, and dates itself.
    assert asked - placed == {"title", "facility_is_anonymous", *BIBLIOGRAPHIC} & asked
