"""Editors are told what a team has sent, and teams what came back, whenever mail works again."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.urls import reverse
from wagtail.users.models import UserProfile

from writing.models import Draft, DraftNotice

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


@pytest.fixture
def written(draft, answered, case_studies, editor):
    """A draft that may be sent."""
    answered(title="Warm from the first hour", summary="A ward tried it.")
    return draft


def send(client, commit, draft):
    with commit(execute=True):
        answer = client.post(reverse("writing_send", args=[draft.key]))
    draft.refresh_from_db()
    return answer


def send_back(commit, draft, editor, note="How many?"):
    with commit(execute=True):
        draft.page.current_workflow_task_state.reject(user=editor, comment=note)
    draft.refresh_from_db()


def receivers():
    return sorted(address for message in mail.outbox for address in message.to)


def test_an_editor_is_told_once_what_was_sent(at_desk, commit, written, editor):
    send(at_desk, commit, written)
    call_command("send_record_mails")
    (message,) = mail.outbox
    assert message.to == ["editor@hub.invalid"]
    assert message.subject == "Sent to an editor: Warm from the first hour"
    assert f"/admin/pages/{written.page_id}/edit/" in message.body


def test_a_mail_server_that_is_down_costs_only_the_delay(
    at_desk, commit, written, nobody_listens, settings, caplog
):
    with caplog.at_level(logging.WARNING):
        assert send(at_desk, commit, written).status_code == 302
    assert written.state == Draft.State.SENT
    assert written.page.workflow_in_progress
    assert "Mails wait: ConnectionRefusedError" in caplog.text
    assert "Warm" not in caplog.text and "editor@" not in caplog.text
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_record_mails")
    call_command("send_record_mails")
    assert receivers() == ["editor@hub.invalid"]


def test_a_team_is_told_why_its_record_came_back(at_desk, commit, written, editor, author):
    send(at_desk, commit, written)
    mail.outbox.clear()
    send_back(commit, written, editor)
    (message,) = mail.outbox
    assert message.to == [author.email]
    assert "How many?" in message.body
    assert f"/en/write/{written.key}/" in message.body


def test_each_turn_is_told(at_desk, commit, written, editor, author):
    for _turn in range(2):
        send(at_desk, commit, written)
        send_back(commit, written, editor)
    assert receivers() == [*["editor@hub.invalid"] * 2, *[author.email] * 2]


@pytest.mark.parametrize("what", ["returned", "deleted", "not an editor", "not by mail"])
def test_nobody_is_told_of_what_does_not_wait_for_them(
    at_desk, commit, written, editor, author, nobody_listens, settings, what
):
    send(at_desk, commit, written)
    author.email = ""
    author.save()
    if what == "returned":
        send_back(commit, written, editor)
    elif what == "deleted":
        written.page.delete()
    elif what == "not an editor":
        editor.groups.clear()
    else:
        UserProfile.objects.filter(user=editor).update(submitted_notifications=False)
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_record_mails")
    assert mail.outbox == [] and not DraftNotice.objects.exists()


def test_what_editors_hand_in_is_told_as_before(case_studies, editor):
    other = get_user_model().objects.create_user("other", email="other@hub.invalid")
    other.groups.add(Group.objects.get(name="Moderators"))
    case_studies.get_workflow().start(case_studies, user=other)
    assert receivers() == ["editor@hub.invalid"]
