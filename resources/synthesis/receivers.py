"""When syntheses are read again: whenever a record that keeps its facility anonymous changes."""

from django.apps import apps
from wagtail.signals import page_published

from core.signals import pages_written
from resources.models.told import record_models

from .naming import fields_that_name


def connect():
    """Listen to the publication of records."""
    for model in record_models():
        page_published.connect(_on_published, sender=model)
    pages_written.connect(_on_written)


def _on_published(instance, **kwargs):
    if instance.facility_is_anonymous:
        _take_back()


def _on_written(page_ids, **kwargs):
    anonymous = {"pk__in": page_ids, "facility_is_anonymous": True}
    if any(model.objects.filter(**anonymous).exists() for model in record_models()):
        _take_back()


def _take_back():
    """Unpublish each synthesis that names an anonymous facility of a record on its topics."""
    model = apps.get_model("resources", "SynthesisPage")
    for page in model.objects.filter(live=True):
        if fields_that_name(page, page.slugs_of_topics):
            page.unpublish()
