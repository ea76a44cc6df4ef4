"""Authors are told that what they did was adapted elsewhere."""

import logging

import pytest
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command

from accounts.models import User
from adoptions.choices import Status
from adoptions.models import AdoptionNotice

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


@pytest.fixture
def author(initiative):
    """Who owns the page of the record."""
    person = User.objects.create_user("asha", "asha@example.org")
    type(initiative).objects.filter(pk=initiative.pk).update(owner=person)
    return person


@pytest.fixture
def commit(django_capture_on_commit_callbacks):
    return django_capture_on_commit_callbacks


def publish(commit, adoption):
    adoption.status = Status.PUBLISHED
    with commit(execute=True):
        adoption.save()


def test_an_author_is_told_once_when_a_report_is_published(initiative, author, adopt, commit):
    with commit(execute=True):
        adoption = adopt(initiative, status=Status.WAITING)
    assert mail.outbox == []
    publish(commit, adoption)
    publish(commit, adoption)
    call_command("send_adoption_mails")
    (sent,) = mail.outbox
    assert sent.to == ["asha@example.org"]
    assert "Fewer infections" in sent.subject
    assert "A smaller kettle." in sent.body
    assert f"http://localhost/en/adoptions/{initiative.translation_key}/" in sent.body


def test_where_nobody_owns_the_page_moderators_are_told(initiative, adopt, commit):
    person = User.objects.create_user("mala", "mala@example.org")
    person.groups.add(Group.objects.get(name="Moderators"))
    publish(commit, adopt(initiative, status=Status.WAITING))
    assert [sent.to for sent in mail.outbox] == [["mala@example.org"]]


def test_a_mail_names_neither_who_reported_nor_a_facility_that_stays_anonymous(
    initiative, author, adopt, commit
):
    secret = {"facility": "Hidden Hospital", "facility_is_anonymous": True}
    publish(
        commit,
        adopt(initiative, status=Status.WAITING, contact_email="nurse@example.org", **secret),
    )
    (sent,) = mail.outbox
    assert "Hidden" not in sent.body + sent.subject
    assert "nurse" not in str(sent.message())


def test_a_mail_server_that_is_down_costs_only_the_delay(
    initiative, author, adopt, commit, nobody_listens, settings, caplog
):
    with caplog.at_level(logging.WARNING):
        publish(commit, adopt(initiative, status=Status.WAITING))
    assert "Mails wait: ConnectionRefusedError" in caplog.text
    assert "asha" not in caplog.text and "kettle" not in caplog.text
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_adoption_mails")
    call_command("send_adoption_mails")
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("what", ["report", "page"])
def test_nobody_is_told_of_what_is_withdrawn_by_then(
    initiative, author, adopt, commit, nobody_listens, settings, what
):
    adoption = adopt(initiative, status=Status.WAITING)
    publish(commit, adoption)
    if what == "report":
        adoption.status = Status.WITHDRAWN
        adoption.save()
    else:
        initiative.unpublish()
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_adoption_mails")
    assert mail.outbox == [] and not AdoptionNotice.objects.exists()
