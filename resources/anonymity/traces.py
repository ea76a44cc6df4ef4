"""Where a page tells its facility's name: its own texts, and what it shows of other things."""

import re
from collections.abc import Iterator
from html import unescape

from django.db import models
from django.utils.html import strip_tags
from modelcluster.models import get_all_child_relations
from wagtail.fields import StreamField
from wagtail.models import COMMENTS_RELATION_NAME, Page

from core.countries import CountriesField
from core.models import HubDocument, HubImage
from translations.models import Adaptation

from . import documents
from .names import Names

# How a facility is known, in a page's own fields.
NAME, PLACE, OTHER_NAMES = "facility_name", "facility_place", "facility_other_names"
# What a country team says of the page stands beside it, and counts as a field as well.
ADAPTATION = "adaptation"
# Never shown to readers, or, as the address, told by another field.
_UNSHOWN = {NAME, PLACE, OTHER_NAMES, "draft_title", "path", "url_path"}

_KEY = re.compile(r"[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}")


def names_of(page) -> Names:
    """Return what the facility of a page is called in any version of it, saved or not."""
    fields = (NAME, PLACE, OTHER_NAMES)
    versions = type(page)._base_manager.filter(translation_key=page.translation_key)
    told = [[getattr(page, field) for field in fields], *versions.values_list(*fields)]
    named = [name for name, _place, others in told for name in (name, *others.splitlines())]
    return Names(named, [place for _name, place, _others in told])


def traces(page) -> list[str]:
    """Return the fields of an anonymous page that tell its facility, in the model's order.

    A field tells it by its own text or by what it refers to, such as a picture's file. Child
    relations count as fields. A page that is not anonymous has nothing to hide: [].
    """
    names = page.facility_is_anonymous and names_of(page)
    return fields_that_tell(page, names) if names else []


def fields_that_tell(page, names: Names) -> list[str]:
    """Return the fields of any page that tell one of `names`, in the model's order."""
    return [field for field, telling in _fields(page) if telling(names)]


def _fields(page):
    """Yield each field's name with a function from `Names` to whether it tells one."""
    for field in page._meta.concrete_fields:
        if field.name not in _UNSHOWN:
            yield field.name, lambda names, field=field: _tells(page, field, names)
    for relation in get_all_child_relations(type(page)):
        name = relation.get_accessor_name()
        if name != COMMENTS_RELATION_NAME:
            yield (
                name,
                lambda names, name=name: any(
                    _tells(row, field, names)
                    for row in getattr(page, name).all()
                    for field in row._meta.concrete_fields
                    if field.name != "page"
                ),
            )

    yield (
        ADAPTATION,
        lambda names: any(
            names.are_told_by(text)
            for row in Adaptation.objects.filter(
                version__translation_key=page.translation_key, version__locale=page.locale_id
            )
            for text in (row.what, row.why, row.reviewer)
        ),
    )


def _tells(holder, field, names):
    value = field.value_from_object(holder)
    if any(map(names.are_told_by, _texts(field, value))):
        return True
    return any(_is_told_by(model, pk, names) for model, pk in _references(field, value))


def _texts(field, value) -> Iterator[str]:
    if isinstance(field, StreamField):
        value = value.get_prep_value() if value else []
    elif field.choices or isinstance(field, CountriesField):
        # Codes, not words, and some are abbreviations: “cc-by”. A country is no secret.
        return
    elif not isinstance(field, models.JSONField | models.CharField | models.TextField):
        return
    for text in _strings(value):
        # With its markup too: that parts words, and has addresses in it.
        yield unescape(strip_tags(text))
        yield unescape(text)


def _strings(value) -> Iterator[str]:
    """Yield the texts of JSON at whatever depth, but not the keys of blocks: they are chance."""
    if isinstance(value, str):
        if not _KEY.fullmatch(value):
            yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _strings(each)
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)


def _references(field, value):
    """Yield (model, key) of what a field refers to."""
    if isinstance(field, models.ForeignKey):
        if value is not None and not _is_of_the_tree(field):
            yield field.related_model, value
    elif hasattr(field, "extract_references") and value:
        for model, pk, *_path in field.extract_references(value):
            yield model, pk


def _is_of_the_tree(field):
    """Tell whether a reference is one that every page has, and no reader sees."""
    return field.model is Page or field.remote_field.parent_link


def _is_told_by(model, pk, names):
    thing = model._default_manager.filter(pk=pk).first()
    if isinstance(thing, HubImage):
        shown = [thing.title, thing.description, thing.credit, thing.filename]
    elif isinstance(thing, HubDocument):
        return documents.tells(thing, names)
    elif isinstance(thing, Page):
        shown = [thing.title, thing.slug]
    else:
        shown = [str(thing)]
    return any(map(names.are_told_by, shown))
