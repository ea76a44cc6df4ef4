"""What editors do to documents, followed."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_save

from . import tasks
from .extraction import keeping
from .models import HubDocument


def document_saved(instance, raw=False, **kwargs):
    """Follow a document that was uploaded, or whose file was replaced."""
    if not raw and keeping.follow(instance):
        transaction.on_commit(partial(tasks.read_document.enqueue, instance.pk))


def connect():
    """Connect everything above; called once, when the app is ready."""
    post_save.connect(document_saved, HubDocument, dispatch_uid="core.document_saved")
