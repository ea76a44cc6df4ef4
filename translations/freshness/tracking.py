"""What is kept track of besides pages: terms that other apps ask for."""

from django.db.models.signals import post_delete, post_save

from .publishing import forget, record

TRACKED = []


def track(model):
    """Keep track of the translations of a model that is published by being saved."""
    TRACKED.append(model)
    post_save.connect(_on_saved, sender=model)
    post_delete.connect(_on_deleted, sender=model)


def _on_saved(instance, raw=False, **kwargs):
    if not raw:
        record(instance)


def _on_deleted(instance, **kwargs):
    forget(instance)
