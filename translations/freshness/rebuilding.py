"""Making good what was written without signals: imports, repairs, a hub of before."""

from collections import defaultdict
from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page

from ..models import Kind, Passage, Status, TranslationState, Version
from .passages import passages_of
from .publishing import record, withdraw
from .states import keep, words_in
from .tracking import TRACKED

CHUNK = 200


def rebuild() -> int:
    """Remember anew all that is published and forget what is not there; return how many."""
    _forget_orphans()
    terms = [term for model in TRACKED for term in model.objects.all()]
    for term in terms:
        record(term)
    pages = Page.objects.filter(live=True, alias_of=None, depth__gt=1)
    ids = list(pages.values_list("pk", flat=True))
    record_pages(ids)
    return len(terms) + len(ids)


def record_pages(page_ids: Iterable[int]) -> None:
    """Remember these pages as they are published now; those that are not live are passed over.

    Pages in a language of which nothing is known yet, and which translate nothing, are written
    many at once.
    """
    ids = sorted(page_ids)
    for start in range(0, len(ids), CHUNK):
        with transaction.atomic():
            _record_chunk(ids[start : start + CHUNK])


def _record_chunk(ids):
    pages = list(Page.objects.filter(pk__in=ids, live=True, alias_of=None).specific())
    keys = [page.translation_key for page in pages]
    siblings = defaultdict(set)
    for key, locale in Page.objects.filter(translation_key__in=keys).values_list(
        "translation_key", "locale_id"
    ):
        siblings[key].add(locale)
    known = set(
        Version.objects.filter(translation_key__in=keys).values_list("translation_key", flat=True)
    )
    alone = [
        page
        for page in pages
        if len(siblings[page.translation_key]) == 1 and page.translation_key not in known
    ]
    _record_new_originals(alone)
    done = {page.pk for page in alone}
    for page in pages:
        if page.pk not in done:
            record(page)


def _record_new_originals(pages):
    types = ContentType.objects.get_for_models(*{type(page) for page in pages})
    locales = list(Locale.objects.all())
    versions = Version.objects.bulk_create(
        Version(
            translation_key=page.translation_key,
            locale_id=page.locale_id,
            content_type=types[type(page)],
            object_id=page.pk,
            title=page.title,
            published_at=page.last_published_at or timezone.now(),
        )
        for page in pages
    )
    passages, states = [], []
    for version, page in zip(versions, pages, strict=True):
        rows = [Passage.of(version, each) for each in passages_of(page)]
        passages += rows
        words = sum(words_in(row.text) for row in rows if row.kind == Kind.TEXT)
        states += [
            TranslationState(
                source=version,
                locale=locale,
                status=Status.NOT_STARTED,
                total=len(rows),
                words_left=words,
            )
            for locale in locales
            if locale.pk != version.locale_id
        ]
    Passage.objects.bulk_create(passages, batch_size=1000)
    keep(states)


def _forget_orphans():
    """Forget versions of what is not there, and withdraw those of what is not live any more."""
    types = Version.objects.order_by().values_list("content_type", flat=True).distinct()
    for content_type in ContentType.objects.filter(pk__in=types):
        versions = Version.objects.filter(content_type=content_type)
        model = content_type.model_class()
        if model is None:
            versions.delete()
        elif issubclass(model, Page):
            there = Page.objects.filter(alias_of=None)
            versions.exclude(object_id__in=there.values("pk")).delete()
            hidden = versions.filter(is_live=True).exclude(
                object_id__in=there.filter(live=True).values("pk")
            )
            for page in Page.objects.filter(pk__in=hidden.values("object_id")):
                withdraw(page)
        else:
            versions.exclude(object_id__in=model.objects.values("pk")).delete()
