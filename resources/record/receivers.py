"""When the facts of a record are looked after: whenever one of its versions is published."""

from django.db.models import Exists, OuterRef
from wagtail.models import get_page_models
from wagtail.signals import page_published

from core.signals import pages_written
from resources.models.record import ImprovementRecord

from .facts import follow


def connect():
    """Listen to the page models that keep an improvement record."""
    for model in _models():
        page_published.connect(_on_published, sender=model)
    pages_written.connect(_on_bulk_written)


def _models():
    return [model for model in get_page_models() if issubclass(model, ImprovementRecord)]


def _on_published(instance, **kwargs):
    if instance.live and not instance.alias_of_id:
        follow(instance)


def _on_bulk_written(page_ids, **kwargs):
    for model in _models():
        versions = model.objects.filter(alias_of=None)
        others = versions.filter(translation_key=OuterRef("translation_key"))
        others = others.exclude(pk=OuterRef("pk"))
        for page in versions.filter(Exists(others), pk__in=page_ids, live=True):
            follow(page)
