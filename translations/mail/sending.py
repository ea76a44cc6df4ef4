"""Sending mails, whatever becomes of them."""

import logging
import re
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

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


def deliver(notices, send_one):
    """Send those of a queryset of notices that wait, those that waited longest first.

    `send_one` takes a notice; when it raises `MailServerDown`, this and the rest go on waiting.
    """
    now, all_notices = timezone.now(), notices.model.objects
    waiting = notices.filter(
        Q(claimed_at=None) | Q(claimed_at__lt=now - _CLAIMED), sent_at=None
    ).order_by(F("claimed_at").asc(nulls_first=True), "pk")
    for notice in waiting:
        mine = all_notices.filter(pk=notice.pk, claimed_at=notice.claimed_at)
        if not mine.update(claimed_at=now):
            continue
        try:
            send_one(notice)
        except MailServerDown:
            all_notices.filter(pk=notice.pk).update(claimed_at=notice.claimed_at)
            return


def address(path):
    """Return the whole address of a path of the hub."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
