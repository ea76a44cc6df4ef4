"""Following decisions on reports, to tell authors."""

from functools import partial

from django.db import transaction
from django.db.models.signals import post_save

from .choices import Status
from .models import Adoption
from .tasks import tell_of_adoption


def connect():
    """Write to authors after a report has been published."""
    post_save.connect(_on_save, sender=Adoption, dispatch_uid="adoptions.telling")


def _on_save(instance, **kwargs):
    if instance.status == Status.PUBLISHED:
        transaction.on_commit(partial(tell_of_adoption.enqueue, instance.pk))
