"""Which records a synthesis is about, and which of their versions a reader is shown."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, ExpressionWrapper, Q
from wagtail.models import Page

from core.languages import SOURCE_LANGUAGE, fallback_chain
from core.visibility import public_pages
from resources.models.filing import ResourceTopic
from resources.models.told import record_models

_COLUMNS = ("pk", "translation_key", "locale__language_code", "is_filed")


@dataclass(frozen=True)
class Versions:
    """Of one record, the keys of two public pages that may be the same one.

    Facts come from `source`, for a translation's copies of them wait for its translator; words
    come from `shown`, the version nearest to the reader.
    """

    key: UUID
    source: int
    shown: int


def on_topics(slugs, language) -> list[Versions]:
    """Return the records that anybody may read and that are filed under each of the topics.

    How the source is filed counts; where readers may not read it, a translation stands for it.
    A reader of `language` gets the same records as all others. One query, none without slugs.
    """
    if not slugs:
        return []
    found = {}
    for pk, key, code, is_filed in _public_versions(slugs).values_list(*_COLUMNS):
        found.setdefault(key, []).append((code, pk, is_filed))
    chosen = (_chosen(key, versions, language) for key, versions in found.items())
    return [each for each in chosen if each]


def keys_of(page_ids) -> dict[int, UUID]:
    """Return {page: the key it shares with its translations}, in one query, none for no pages."""
    ids = {int(page_id) for page_id in page_ids if page_id}
    if not ids:
        return {}
    return dict(Page.objects.filter(pk__in=ids).values_list("pk", "translation_key"))


def _public_versions(slugs):
    filed = Q()
    for slug in slugs:
        filed &= Q(pk__in=ResourceTopic.objects.filter(term__slug=slug).values("page_id"))
    kinds = ContentType.objects.get_for_models(*record_models()).values()
    pages = Page.objects.filter(content_type__in=kinds)
    keys = pages.filter(filed).values("translation_key")
    is_filed = ExpressionWrapper(filed, BooleanField())
    return public_pages(pages.filter(translation_key__in=keys)).annotate(is_filed=is_filed)


def _chosen(key, versions, language):
    by_source = ((code != SOURCE_LANGUAGE, pk, is_filed) for code, pk, is_filed in versions)
    _is_translation, source, is_filed = min(by_source)
    if not is_filed:
        return None
    chain = fallback_chain(language)
    rank = {code: place for place, code in enumerate(chain)}
    shown = min((rank.get(code, len(chain)), code, pk) for code, pk, _filed in versions)[-1]
    return Versions(key, source, shown)
