"""Following what is published, to tell teams what they must know at once."""

from functools import partial

from django.db import transaction

from translations.freshness.signals import source_changed
from translations.models import Severity
from translations.tasks import tell_of_change


def connect():
    """Write to teams after every publication that is safety-critical."""
    source_changed.connect(_on_change, dispatch_uid="translations.mail.safety")


def _on_change(change, **kwargs):
    if change.severity == Severity.SAFETY:
        transaction.on_commit(partial(tell_of_change.enqueue, change.pk))
