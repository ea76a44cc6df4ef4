"""Remembering at every publication what is published, and what it translates."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from core.languages import SOURCE_LANGUAGE

from ..models import Kind, Passage, PassageChange, Version
from .carrying import follow, source_text_of
from .changes import note_changes
from .passages import canonical, digest, passages_of
from .states import refresh_states


@transaction.atomic
def record(instance, revision=None):
    """Remember a page or a term as it is published now; an alias is nobody's translation.

    `revision` is the one that was published, which tells who did and how much it matters.
    Whatever was remembered before is compared with, so that calling it twice changes nothing.
    """
    if getattr(instance, "alias_of_id", None):
        forget(instance)
        return
    origin = original_locale(instance)
    if origin == instance.locale_id:
        _record_source(instance, revision)
        return
    source = _version(instance.translation_key, origin)
    if source is None:
        # Its original was published before anything was remembered.
        original = instance.get_translation(origin)
        if isinstance(original, Page) and not original.live:
            return
        record(original.specific if isinstance(original, Page) else original)
        source = _version(instance.translation_key, origin)
    _record_translation(instance, source)


@transaction.atomic
def withdraw(instance):
    """Remember that a page or a term is not published any more."""
    version = _version(instance.translation_key, instance.locale_id)
    if version:
        version.is_live = False
        version.save(update_fields=["is_live"])
        refresh_states(version.source_id or version.pk)


@transaction.atomic
def forget(instance):
    """Forget a page or a term that is deleted, and what was translated from it."""
    version = _version(instance.translation_key, instance.locale_id)
    if version:
        source = version.source_id
        version.delete()
        if source:
            refresh_states(source)


def _version(translation_key, locale):
    versions = Version.objects.select_for_update(of=("self",))
    return versions.filter(translation_key=translation_key, locale=locale).first()


def original_locale(instance):
    """Return the key of the locale whose version this one translates; its own for an original.

    wagtail-localize knows, if the translation was made with it. Otherwise the one in the source
    language is the original of all others.
    """
    known = (
        Translation.objects.filter(
            source__object_id=instance.translation_key, target_locale_id=instance.locale_id
        )
        .values_list("source__locale", flat=True)
        .first()
    )
    if known:
        return known
    english = Locale.objects.filter(language_code=SOURCE_LANGUAGE).values_list("pk", flat=True)
    siblings = type(instance)._base_manager.filter(translation_key=instance.translation_key)
    first = siblings.filter(locale_id__in=english).values_list("locale_id", flat=True).first()
    return first or instance.locale_id


def _save_version(instance, source=None):
    return Version.objects.update_or_create(
        translation_key=instance.translation_key,
        locale_id=instance.locale_id,
        defaults={
            "content_type": ContentType.objects.get_for_model(type(instance)),
            "object_id": instance.pk,
            "title": str(instance)[:255],
            "source": source,
            "is_live": getattr(instance, "live", True),
            "published_at": getattr(instance, "last_published_at", None) or timezone.now(),
        },
    )


def _record_source(instance, revision):
    version, is_new = _save_version(instance)
    before = list(version.passages.filter(is_current=True))
    now = passages_of(instance)
    if not is_new:
        note_changes(version, before, now, revision)
    if [(each.kind, each.path, each.text) for each in before] != [
        (each.kind, each.path, each.text) for each in now
    ]:
        version.passages.all().delete()
        Passage.objects.bulk_create(Passage.of(version, each) for each in now)
    follow(instance)
    refresh_states(version.pk)


def _record_translation(instance, source):
    version, _is_new = _save_version(instance, source)
    kept = list(version.passages.all())
    rows = _translated_rows(instance, version, source, kept)
    known = {_identity(each): each for each in kept}
    added, changed = [], []
    current = set()
    for row in rows:
        existing = known.get(_identity(row))
        if existing is None or existing.pk in current:
            added.append(row)
            continue
        current.add(existing.pk)
        existing.position, existing.is_current = row.position, True
        changed.append(existing)
    version.passages.exclude(pk__in=current).update(is_current=False)
    Passage.objects.bulk_update(changed, ["position", "is_current"])
    Passage.objects.bulk_create(added)
    refresh_states(source.pk)


def _identity(row):
    return (row.kind, row.path, row.text, row.source_digest, row.is_machine)


def _translated_rows(instance, version, source, kept):
    """Return the unsaved `Passage` rows of a translation as it is published."""
    texts = [each for each in passages_of(instance) if each.kind == Kind.TEXT]
    origins = _Origins(instance, source, kept)
    ordinals = defaultdict(int)
    rows = []
    for each in texts:
        rows.append(Passage.of(version, each, **origins.of(each, ordinals[each.path])))
        ordinals[each.path] += 1
    # Links and pictures are taken from the source whenever a translation is published.
    for each in source.passages.exclude(kind=Kind.TEXT):
        rows.append(Passage.of(version, each, source_text=each.text, source_digest=each.digest))
    return rows


class _Origins:
    """What the passages of a translation were made from, from all that is known of it."""

    def __init__(self, instance, source, kept):
        self.made = defaultdict(list)
        made = StringTranslation.objects.filter(
            locale_id=instance.locale_id, context__object_id=instance.translation_key
        ).select_related("context", "translation_of", "carried_over")
        for row in made.order_by("-updated_at"):
            self.made[row.context.path, canonical(row.data)].append(row)
        self.kept = {}
        for row in sorted(kept, key=lambda each: (each.is_current, each.pk)):
            self.kept[row.path, canonical(row.text)] = row
        self.aligned = defaultdict(list)
        for path, text in self._strings(instance, source):
            self.aligned[path].append(text)
        # What the source has ever said is no translation of it.
        changes = PassageChange.objects.filter(change__version=source)
        self.said = set(changes.values_list("old_digest", flat=True))
        self.said |= {digest(text) for texts in self.aligned.values() for text in texts}

    @staticmethod
    def _strings(instance, source):
        """Return (path, text) of the source as the translation was made from it, in order."""
        segments = StringSegment.objects.filter(
            source__object_id=instance.translation_key, source__locale_id=source.locale_id
        ).order_by("order")
        strings = list(segments.values_list("context__path", "string__data"))
        if strings:
            return strings
        texts = source.passages.filter(kind=Kind.TEXT, is_current=True)
        return texts.values_list("path", "text")

    def of(self, passage, ordinal):
        """Return the fields of a `Passage` that say what it translates."""
        text = canonical(passage.text)
        strings = self.aligned[passage.path]
        original = strings[ordinal] if ordinal < len(strings) else None
        rows = self.made.get((passage.path, text))
        if rows:
            same = [each for each in rows if each.translation_of.data == original]
            return _translates(source_text_of((same or rows)[0]), (same or rows)[0])
        known = self.kept.get((passage.path, text))
        if known:
            return {
                "source_text": known.source_text,
                "source_digest": known.source_digest,
                "is_machine": known.is_machine,
            }
        if original is None or (passage.digest in self.said and _has_letters(text)):
            return {}
        return _translates(original)


def _translates(text, row=None):
    machine = row is not None and row.translation_type == row.TRANSLATION_TYPE_MACHINE
    return {"source_text": text, "source_digest": digest(text), "is_machine": machine}


def _has_letters(text):
    return any(letter.isalpha() for letter in text)
