"""A draft is deleted by whoever leads its team, and no word of anybody is lost unseen."""

import json

import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.writing.test_form import address, shown
from writing.models import Draft, Wording
from writing.sending import send

WRITTEN = {"title": "Warm from the first hour", "summary": "A ward tried it."}


@pytest.fixture
def page(draft, author, answered, case_studies):
    """The page that an editor was sent."""
    answered(**WRITTEN)
    send(draft, author, case_studies)
    draft.refresh_from_db()
    return draft.page.specific


def deletion(draft):
    return reverse("writing_delete", args=[draft.key])


def is_gone(draft):
    return not Draft.objects.filter(pk=draft.pk).exists()


def test_a_draft_is_deleted_after_one_was_asked(at_desk, draft, answered):
    answered(problem="Cold.")
    assert deletion(draft) in at_desk.get(reverse("writing")).content.decode()
    assert at_desk.get(deletion(draft)).status_code == 200
    assert not is_gone(draft)
    assert at_desk.post(deletion(draft))["Location"] == reverse("writing")
    assert is_gone(draft)
    assert not Wording.objects.exists()


def test_the_browser_is_told_once_to_forget_what_it_keeps(at_desk, draft):
    at_desk.post(deletion(draft))
    forget = f'data-forget="{draft.key}"'
    assert forget in at_desk.get(reverse("writing")).content.decode()
    assert forget not in at_desk.get(reverse("writing")).content.decode()


@pytest.mark.parametrize("method", ["get", "post"])
def test_who_joined_later_deletes_nothing(client, draft, colleague, method):
    client.force_login(colleague)
    assert getattr(client, method)(deletion(draft)).status_code == 403
    assert deletion(draft) not in client.get(reverse("writing")).content.decode()
    assert not is_gone(draft)


def test_what_an_editor_has_is_not_deleted(at_desk, draft, page):
    answer = at_desk.get(deletion(draft))
    assert answer.status_code == 422
    assert "This record is with an editor." in answer.content.decode()
    assert at_desk.post(deletion(draft)).status_code == 422
    assert not is_gone(draft)


def test_a_page_that_readers_never_saw_goes_with_its_draft(at_desk, draft, page, author):
    page.current_workflow_task_state.reject(user=author)
    assert "stays in the library" not in at_desk.get(deletion(draft)).content.decode()
    at_desk.post(deletion(draft))
    assert is_gone(draft)
    assert not Page.objects.filter(pk=page.pk).exists()


def test_a_returned_page_that_an_editor_has_taken_up_again_is_not_deleted(
    at_desk, draft, page, author
):
    page.current_workflow_task_state.reject(user=author)
    page.current_workflow_state.resume(user=author)
    assert at_desk.post(deletion(draft)).status_code == 422
    assert Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("is_live", [True, False])
def test_what_was_published_stays(at_desk, draft, page, is_live):
    page.get_latest_revision().publish()
    if not is_live:
        page.refresh_from_db()
        page.unpublish()
    assert "stays in the library" in at_desk.get(deletion(draft)).content.decode()
    at_desk.post(deletion(draft))
    assert is_gone(draft)
    assert Page.objects.filter(pk=page.pk).exists()


def test_what_a_phone_sends_to_a_deleted_draft_is_told_apart_from_a_broken_line(
    at_desk, draft, author
):
    there = reverse("writing_save", args=[draft.key])
    draft.delete()
    sent = json.dumps({"person": author.pk, "changes": [], "known": {}})
    answer = at_desk.post(there, sent, content_type="application/json")
    assert (answer.status_code, answer.json()) == (404, {"error": "not a member"})


def test_who_sends_a_form_without_scripts_gets_back_what_they_typed(at_desk, draft, answered):
    answered(lessons="Everybody's.")
    typed = shown(at_desk.get(address(draft)))
    typed |= {"answer-lessons": "Everybody's.", "answer-problem": "Mine <alone>.\nMore."}
    draft.delete()
    answer = at_desk.post(address(draft), typed)
    assert answer.status_code == 404
    page = answer.content.decode()
    assert "Mine &lt;alone&gt;.\nMore.</textarea>" in page
    assert ">Problem</label>" in page
    assert "Everybody" not in page


def test_what_was_typed_comes_back_even_after_the_session_has_ended(at_desk, draft):
    typed = shown(at_desk.get(address(draft))) | {"answer-problem": "Mine."}
    at_desk.logout()
    draft.delete()
    name = {"username": "nurse", "password": "only for tests"}
    answer = at_desk.post(address(draft), typed | name)
    assert answer.status_code == 404
    assert "Mine.</textarea>" in answer.content.decode()


def test_nobody_learns_whether_there_is_a_draft_that_is_not_theirs(client, draft, colleague):
    draft.memberships.filter(person=colleague).delete()
    client.force_login(colleague)
    there = client.get(address(draft)).content.decode()
    key = str(draft.key)
    draft.delete()
    gone = client.get(reverse("writing_form", args=[key])).content.decode()
    assert "no longer in its team" in there
    assert there == gone
