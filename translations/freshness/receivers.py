"""Keeping what is remembered of publications in step with them."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import get_page_models
from wagtail.signals import page_published, page_unpublished
from wagtail_localize.models import StringTranslation, Translation

from core.signals import pages_written
from translations.teams import may_publish

from ..models import CarriedOver
from .confirming import confirm
from .publishing import forget, record, withdraw
from .rebuilding import record_pages
from .states import refresh_later


def connect():
    """Listen to all pages that are published, withdrawn or deleted, and to what is translated."""
    page_published.connect(_on_published)
    page_unpublished.connect(_on_unpublished)
    pages_written.connect(_on_bulk_written)
    for model in get_page_models():
        post_delete.connect(_on_deleted, sender=model)
    post_save.connect(_on_translation_saved, sender=StringTranslation)
    post_delete.connect(_on_translation_deleted, sender=StringTranslation)
    post_save.connect(_on_translation_begun, sender=Translation)


def _on_published(instance, revision=None, **kwargs):
    if instance.live:
        record(instance.specific, revision)


def _on_bulk_written(page_ids, **kwargs):
    record_pages(page_ids)


def _on_unpublished(instance, **kwargs):
    withdraw(instance)


def _on_deleted(instance, **kwargs):
    forget(instance)


def _on_translation_saved(instance, created, raw=False, update_fields=None, **kwargs):
    if raw or (update_fields is not None and "data" not in update_fields):
        return
    if not created:
        _follow_person(instance)
    if instance.context_id:
        refresh_later(instance.context.object_id)


def _follow_person(translation):
    """Take a translation for made from what its source says now, since a person has saved it.

    Readers are told so at once by who may publish; otherwise when somebody publishes it.
    """
    carried = CarriedOver.objects.filter(translation=translation)
    if not carried.exists():
        return
    person = translation.last_translated_by
    if person and may_publish(person, translation.locale):
        confirm(translation)
    else:
        carried.delete()


def _on_translation_deleted(instance, **kwargs):
    if instance.context_id:
        refresh_later(instance.context.object_id)


def _on_translation_begun(instance, **kwargs):
    refresh_later(instance.source.object_id)
