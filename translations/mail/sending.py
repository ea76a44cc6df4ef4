"""Sending one mail, whatever becomes of it."""

import logging
import re
from smtplib import SMTPRecipientsRefused

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

logger = logging.getLogger(__name__)
_HEADERS = {"Auto-Submitted": "auto-generated"}
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


def address(path):
    """Return the whole address of a path of the hub."""
    return f"{settings.SITE_URL.rstrip('/')}{path}"
