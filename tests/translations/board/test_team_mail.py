"""Country teams are told at once what may harm patients, and every week what there is to do."""

import logging
from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction
from wagtail.users.models import UserProfile

from translations.mail.people import language_of
from translations.models import SafetyNotice, Severity, StatedSeverity, TeamMember
from translations.tasks import tell_of_change

LOCMEM = "django.core.mail.backends.locmem.EmailBackend"


def change(edit, page, severity=Severity.SAFETY):
    edit(page, severity=severity, summary="Before & after every touch.")


def test_a_safety_critical_change_is_told_to_the_teams_that_it_concerns(translated, edit, member):
    member("hi")
    member("th", name="malee")
    change(edit, translated)
    (sent,) = mail.outbox
    assert sent.to == ["asha@example.org"]
    assert "Wash your hands" in sent.subject
    assert "Before every touch." in sent.body and "Before & after every touch." in sent.body
    assert "http://localhost/admin/translations/" in sent.body


@pytest.mark.parametrize("severity", [Severity.TYPO, Severity.CONTENT])
def test_of_other_changes_nobody_is_told(translated, edit, member, severity):
    member("hi")
    change(edit, translated, severity)
    assert mail.outbox == []


def test_what_the_editor_said_stands_in_the_mail(translated, run, member):
    member("hi")
    translated.summary = "Before and after every touch."
    revision = translated.save_revision()
    StatedSeverity.objects.create(revision=revision, severity=Severity.SAFETY, note="See WHO 2009.")
    with run(execute=True):
        revision.publish()
    assert "See WHO 2009." in mail.outbox[0].body


def test_a_mail_is_in_the_language_that_its_reader_has_chosen_or_translates_into(member):
    french = member("hi", name="claire")
    UserProfile.objects.create(user=french, preferred_language="fr")
    assert (language_of(member("hi"), ["hi"]), language_of(french, ["hi"])) == ("hi", "fr")


def test_nobody_is_told_twice(translated, edit, member):
    member("hi")
    change(edit, translated)
    tell_of_change.func(SafetyNotice.objects.get().change_id)
    call_command("send_safety_mails")
    assert len(mail.outbox) == 1


def test_a_mail_server_that_is_down_costs_only_the_delay(
    translated, edit, member, nobody_listens, settings, caplog
):
    member("hi")
    with caplog.at_level(logging.WARNING):
        change(edit, translated)
    assert "Mails wait: ConnectionRefusedError" in caplog.text
    assert "asha" not in caplog.text and "touch" not in caplog.text
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_safety_mails")
    call_command("send_safety_mails")
    assert len(mail.outbox) == 1


def test_nobody_is_told_of_what_is_put_right_or_withdrawn_by_now(
    translated, edit, member, nobody_listens, settings
):
    member("hi")
    change(edit, translated)
    PageViewRestriction.objects.create(page=translated, restriction_type="login")
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_safety_mails")
    assert mail.outbox == [] and not SafetyNotice.objects.exists()


def test_a_summary_is_sent_once_a_week(translated, edit, member):
    person = member("hi")
    edit(translated, severity=Severity.CONTENT, summary="Before and after every touch.")
    call_command("send_digests")
    call_command("send_digests")
    (sent,) = mail.outbox
    assert sent.to == ["asha@example.org"]
    assert "हिन्दी" in sent.body and "Wash your hands" in sent.body
    assert "http://localhost/admin/translations/" in sent.body
    TeamMember.objects.filter(person=person).update(
        digest_sent_on=timezone.localdate() - timedelta(days=7)
    )
    call_command("send_digests")
    assert len(mail.outbox) == 2


def test_a_summary_waits_for_the_mail_server(guide, member, nobody_listens, settings):
    member("hi")
    call_command("send_digests")
    settings.EMAIL_BACKEND = LOCMEM
    call_command("send_digests")
    assert len(mail.outbox) == 1


def test_who_declines_the_summary_gets_none(guide, member, client):
    client.force_login(member("hi"))
    panels = client.get("/admin/account/").context["panels_by_tab"].values()
    forms = [panel.get_form() for some in panels for panel in some]
    fields = {field.html_name: field.value() or "" for form in forms for field in form}
    assert fields.pop("translations-wants_digest") is True
    named = {"name_email-first_name": "Asha", "name_email-last_name": "Rao"}
    assert client.post("/admin/account/", {**fields, **named}).status_code == 302
    call_command("send_digests")
    assert mail.outbox == []


def test_what_may_not_be_read_is_in_no_summary(guide, member):
    member("hi")
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    call_command("send_digests")
    assert all("Write an aim" not in sent.body for sent in mail.outbox)
