"""The records that others adapt: pages that tell what a team really did."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from core.visibility import public_pages
from resources.models.told import Told, record_models
from translations.versions import nearest_first


def is_record(page):
    """Tell whether others may have adapted what a page tells; nobody adapts an invented case."""
    return isinstance(page, Told) and not getattr(page, "is_illustrative", False)


def public_records():
    """Return the pages, of all kinds of record, that anybody may read."""
    kinds = ContentType.objects.get_for_models(*record_models()).values()
    return public_pages(Page.objects.filter(content_type__in=kinds)).select_related("locale")


def public_versions(key):
    """Return {language code: page} of a record's versions that anybody may read, by its key.

    Empty for what is no record.
    """
    pages = public_records().filter(translation_key=key)
    return _by_language(page for page in pages.specific() if is_record(page))


def nearest_public(keys, language):
    """Return {translation key: page} of those records that anybody may read.

    Each is in the language nearest to the reader's. One query, none for no keys.
    """
    if not keys:
        return {}
    found = {}
    for page in public_records().filter(translation_key__in=keys):
        found.setdefault(page.translation_key, []).append(page)
    return {key: nearest_first(_by_language(pages), language)[0] for key, pages in found.items()}


def _by_language(pages):
    return {page.locale.language_code: page for page in pages}
