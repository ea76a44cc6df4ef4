"""When anonymity is looked after: whenever a page, or what it shows, is published."""

from django.db.models.signals import post_save, pre_save
from wagtail.models import get_page_models
from wagtail.signals import page_published

from core.models import HubDocument, HubImage
from core.signals import document_read, pages_written
from resources.models.told import AtFacility
from translations.models import Adaptation

from . import keeping


def connect():
    """Listen to pages of models that may have a facility, and to the files that they may show."""
    for model in _models():
        pre_save.connect(_before_saving, sender=model)
        page_published.connect(_on_published, sender=model)
    pages_written.connect(_on_bulk_written)
    for model in (HubDocument, HubImage):
        post_save.connect(_on_file_saved, sender=model)
    document_read.connect(_on_document_read)
    post_save.connect(_on_adaptation_saved, sender=Adaptation)


def _models():
    return [model for model in get_page_models() if issubclass(model, AtFacility)]


def _before_saving(instance, update_fields=None, raw=False, **kwargs):
    if instance.live and update_fields is None and not raw:
        keeping.check(instance)


def _on_published(instance, **kwargs):
    if instance.live:
        keeping.follow(instance)


def _on_bulk_written(page_ids, **kwargs):
    for model in _models():
        for page in keeping.out_of_step(model.objects.filter(pk__in=page_ids)):
            keeping.follow(page)


def _on_file_saved(instance, raw=False, **kwargs):
    if not raw:
        keeping.recheck(instance)


def _on_document_read(document_id, **kwargs):
    for document in HubDocument.objects.filter(pk=document_id):
        keeping.recheck(document)


def _on_adaptation_saved(instance, raw=False, **kwargs):
    if not raw:
        _on_bulk_written([instance.version.object_id])
