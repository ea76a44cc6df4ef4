"""From the team to an editor and back, and on to readers."""

import pytest
from django.urls import reverse
from wagtail.models import Page

from resources.models import InitiativePage
from tests.writing.entries import ENTRY, OTHER
from writing.models import Draft
from writing.sending import sections_for, send

WRITTEN = {
    "title": "Warm from the first hour",
    "summary": "A ward team tried skin-to-skin contact.",
    "problem": "Two of ten were cold.\nNobody < measured.",
    "aim_how_much": "from 30% to 90%",
    "outcome": "did_not_work",
    "facility_is_anonymous": "yes",
    "team__" + ENTRY + "__role": "nurse",
    "team__" + ENTRY + "__number": "४",
    "whys__" + ENTRY + "__problem": "Cold newborns",
    "whys__" + ENTRY + "__whys": "No towel\n\nNobody ordered any",
    "cycles__" + ENTRY + "__title": "A towel at each bed",
    "cycles__" + ENTRY + "__started_on": "2026-01-05",
    "cycles__" + ENTRY + "__act": "abandon",
    "measures__" + ENTRY + "__name": "Temperature taken",
    "measures__" + ENTRY + "__unit": "%",
    "measures__" + ENTRY + "__data": "Week 1\t3/12\nWeek 2\t5/11",
}


@pytest.fixture
def sent(case_studies, draft, author, answered):
    """A draft that an editor has, and its page."""
    answered(**WRITTEN)
    send(draft, author, case_studies)
    draft.refresh_from_db()
    return draft


def page_of(draft):
    return draft.page.specific.get_latest_revision_as_object()


def return_to_team(draft, editor, note):
    task_state = draft.page.current_workflow_task_state
    task_state.reject(user=editor, comment=note)
    draft.refresh_from_db()


def test_what_was_written_stands_in_a_page_that_no_reader_sees(sent, client, case_studies):
    page = page_of(sent)
    assert not page.live
    assert client.get(f"/en/case-studies/{page.slug}/").status_code == 404
    assert (page.title, page.aim_how_much) == (WRITTEN["title"], "from 30% to 90%")
    assert page.problem == "<p>Two of ten were cold.</p><p>Nobody &lt; measured.</p>"
    assert (page.outcome, page.facility_is_anonymous) == ("did_not_work", True)
    assert page.team[0].value["number"] == 4
    assert list(page.causes[0].value["whys"]) == ["No towel", "Nobody ordered any"]
    assert page.cycles[0].value["act"] == "abandon"
    assert page.cycles[0].value["started_on"].isoformat() == "2026-01-05"
    assert len(page.measures[0].value.series.points) == 2


def test_an_editor_is_asked(sent, editor, author):
    assert sent.state == Draft.State.SENT
    assert sent.page.workflow_in_progress
    assert page_of(sent).owner == author


def test_a_returned_record_says_why_and_may_be_written_again(sent, editor, answered, author):
    return_to_team(sent, editor, "How many newborns?")
    assert (sent.state, sent.note) == (Draft.State.RETURNED, "How many newborns?")
    answered(sent, problem="Four of 20 were cold.")
    send(sent, author, None)
    assert page_of(sent).problem == "<p>Four of 20 were cold.</p>"


def test_what_the_editor_changed_meanwhile_stays_unless_the_team_has_too(
    sent, editor, answered, author
):
    page = page_of(sent)
    page.title = "Warm from the first minute"
    page.team.append(("member", {"role": "editor's own", "number": None, "task": ""}))
    page.save_revision(user=editor)
    return_to_team(sent, editor, "Shorter, please.")
    answered(sent, **{"summary": "Shorter.", f"team__{ENTRY}__number": "5"})
    send(sent, author, None)
    page = page_of(sent)
    assert (page.title, page.summary) == ("Warm from the first minute", "Shorter.")
    assert [each.value["role"] for each in page.team] == ["nurse", "editor's own"]
    assert page.team[0].value["number"] == 5


def test_an_entry_that_was_emptied_leaves_the_page_and_others_keep_their_place(
    sent, editor, answered, author
):
    answered_more = {f"cycles__{OTHER}__title": "A warmer"}
    return_to_team(sent, editor, "")
    answered(sent, **answered_more)
    send(sent, author, None)
    sent.refresh_from_db()
    return_to_team(sent, editor, "")
    gone = {f"cycles__{ENTRY}__{name}": "" for name in ("title", "started_on", "act")}
    answered(sent, **gone)
    send(sent, author, None)
    assert [each.value["title"] for each in page_of(sent).cycles] == ["A warmer"]


def test_what_no_page_can_hold_is_said_and_nothing_is_sent(at_desk, draft, answered, case_studies):
    answered(**{"title": "Late", f"cycles__{ENTRY}__plan": "Measure", "care_level": "moon"})
    before = Page.objects.count()
    answer = at_desk.post(reverse("writing_send", args=[draft.key]))
    assert answer.status_code == 422
    problems = dict(answer.context["problems"])
    assert sorted(problems.values()) == ["answer-care_level", "answer-summary", "cycles"]
    said = " ".join(problems)
    assert "Summary: " in said and "What was tested: " in said and "Level of care: " in said
    form = at_desk.get(reverse("writing_form", args=[draft.key])).content.decode()
    for place in problems.values():
        assert f'id="{place}"' in form
        assert f'{reverse("writing_form", args=[draft.key])}#{place}"' in answer.content.decode()
    draft.refresh_from_db()
    assert draft.state == Draft.State.WRITING
    assert Page.objects.count() == before


def test_answers_that_are_at_odds_are_said_before_an_editor_meets_them(
    at_desk, draft, answered, case_studies
):
    answered(**WRITTEN | {f"cycles__{ENTRY}__ended_on": "2026-01-04"})
    answered(**{f"whys__{ENTRY}__whys": "Long. " * 200})
    problems = at_desk.post(reverse("writing_send", args=[draft.key])).context["problems"]
    assert sorted(place for _sentence, place in problems) == ["cycles", "whys"]
    assert any("before the first" in sentence for sentence, _place in problems)
    assert not case_studies.get_children().exists()


def test_a_record_goes_where_its_kind_is_kept(at_desk, draft, answered, case_studies):
    assert [section.pk for section in sections_for(draft)] == [case_studies.pk]
    answered(**WRITTEN)
    at_desk.post(reverse("writing_send", args=[draft.key]))
    draft.refresh_from_db()
    assert draft.page.get_parent().pk == case_studies.pk


def test_two_texts_at_odds_are_settled_before_a_record_is_sent(
    at_desk, draft, answered, case_studies
):
    answered(**WRITTEN)
    draft.wordings.create(name="problem", text="Else.", standing="rival", sitting="e" * 32, seq=1)
    answer = at_desk.post(reverse("writing_send", args=[draft.key]))
    assert answer.status_code == 422
    draft.refresh_from_db()
    assert draft.state == Draft.State.WRITING


def test_a_team_goes_on_with_what_was_published(sent, answered, author):
    page_of(sent).save_revision().publish()
    sent.refresh_from_db()
    assert sent.is_open
    sent.page.workflow_states.update(status="approved")
    answered(sent, lessons="Ask the mothers.")
    send(sent, author, None)
    assert InitiativePage.objects.count() == 0
    live = Page.objects.get(pk=sent.page_id).specific
    assert (live.live, live.lessons) == (True, "")
    assert page_of(sent).lessons == "<p>Ask the mothers.</p>"


def test_a_record_whose_page_was_deleted_is_the_teams_again(sent, answered, author, case_studies):
    sent.page.delete()
    sent.refresh_from_db()
    assert sent.is_open
    answered(sent, problem="Anew.")
    send(sent, author, case_studies)
    sent.refresh_from_db()
    assert page_of(sent).problem == "<p>Anew.</p>"


def test_the_team_is_told_what_is_thin_and_may_send_it_all_the_same(
    at_desk, draft, answered, case_studies
):
    address = reverse("writing_send", args=[draft.key])
    assert "answer-summary" in dict(at_desk.get(address).context["problems"]).values()
    answered(**WRITTEN)
    page = at_desk.get(address)
    assert page.context["problems"] == []
    assert "Sustainment" in page.content.decode()
    assert not case_studies.get_children().exists()
    assert at_desk.post(address).status_code == 302
