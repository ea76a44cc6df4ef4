"""Sending mails, whatever becomes of them."""

import logging
import re
from datetime import timedelta
from smtplib import SMTPRecipientsRefused
from typing import NamedTuple

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import F, Q
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import override

logger = logging.getLogger(__name__)
_HEADERS = {"Auto-Submitted": "auto-generated"}
# A mail that a process has begun is left to it for a while.
_CLAIMED = timedelta(minutes=10)
_GAP = re.compile(r"\n{3,}")


class MailServerDown(Exception):
    """No mail can be sent at the moment."""


class Letter(NamedTuple):
    """What a mail says: a template, its context, and the language it is written in."""

    language: str
    template: str
    context: dict


def send(person, language, template, context):
    """Send a person a mail of a template in their language; return whether it was taken.

    The template's first line is the subject. What goes wrong is logged by its kind alone. Raises
    `MailServerDown` when it is no use to try with other mails.
    """
    with override(language):
        text = render_to_string(template, {"site": settings.WAGTAIL_SITE_NAME, **context})
    subject, _newline, body = _GAP.sub("\n\n", text.strip()).partition("\n")
    message = EmailMessage(
        " ".join(subject.split()), f"{body.strip()}\n", to=[person.email], headers=_HEADERS
    )
    try:
        message.send()
    except SMTPRecipientsRefused:
        logger.warning("A mail was refused for the address of user %s", person.pk)
        return False
    except OSError as error:
        logger.warning("Mails wait: %s", type(error).__name__)
        raise MailServerDown from error
    return True


def deliver(notices, letter_of):
    """Send those of a queryset of notices that wait, those that waited longest first.

    `letter_of` takes a notice and returns its `Letter`, or None where there is nothing to tell
    any more: then the notice is deleted. What cannot be sent goes on waiting.
    """
    now, all_notices = timezone.now(), notices.model.objects
    waiting = notices.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=now - _CLAIMED), sent_at=None
    ).order_by(F("claimed_at").asc(nulls_first=True), "pk")
    for notice in waiting:
        unclaimed = all_notices.filter(pk=notice.pk, claimed_at=notice.claimed_at)
        if not unclaimed.update(claimed_at=now):
            continue
        mine = all_notices.filter(pk=notice.pk)
        letter = letter_of(notice)
        if letter is None:
            mine.delete()
            continue
        try:
            if send(notice.person, *letter):
                mine.update(sent_at=timezone.now())
        except MailServerDown:
            mine.update(claimed_at=notice.claimed_at)
            return


def address(path):
    """Return the whole address of a path of the hub."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
