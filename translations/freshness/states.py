"""Making the state of every language's version of a source anew, from what is published.

A mark is what readers are told of one passage, a dictionary:

- `state`: changed, missing, removed or machine; `kind`: text, link or media;
- `path`, `index`: where it stands in the translation: at which path, the how-manieth passage of
  text there, from 0; None and None for a passage that the translation lacks;
- `after`: for such a one, `[path, index]` of the passage before it in the translation, or None;
- `source_path`, `source_index`: the same in the source; None and None for what it has no more;
- `source`: its text in the source now, `was`: what the translation was made from, "" for nothing;
- `severity`: 2 or 3, see `Severity`; `since`: when that was published, in ISO 8601, or None.
"""

from collections import defaultdict
from functools import partial

from django.db import transaction
from django.utils.html import strip_tags
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from ..models import (
    Kind,
    Passage,
    PassageChange,
    Severity,
    Status,
    TranslationState,
    Version,
)
from .comparing import Edge, Finding, State, compare, severity_between
from .passages import digest


def words_in(text):
    """Return how many words a passage has, those of its markup left out."""
    return len(strip_tags(text).split())


def refresh_states(source_id):
    """Make the states of all languages of a source anew; one that is not live has none.

    `source_id` is the key of a `Version` that translates nothing; where there is none any more,
    nothing happens.
    """
    source = Version.objects.filter(pk=source_id).select_related("locale").first()
    if source is None:
        return
    if not source.is_live:
        TranslationState.objects.filter(source=source).delete()
        return
    facts = _Facts(source)
    states = [facts.state(locale) for locale in Locale.objects.exclude(pk=source.locale_id)]
    versions = [each.version_id for each in states if each.version_id]
    TranslationState.objects.filter(version__in=versions).exclude(source=source).delete()
    keep(states)


def keep(states):
    """Write states in the place of those of the same source and language, whose visits stay."""
    for each in states:
        each.weigh()
    TranslationState.objects.bulk_create(
        states,
        batch_size=1000,
        update_conflicts=True,
        unique_fields=["source", "locale"],
        update_fields=[
            field.name
            for field in TranslationState._meta.fields
            if field.name not in ("id", "source", "locale", "visits")
        ],
    )


def refresh_later(translation_key):
    """Make the states of what has this key anew when the transaction is done, once."""
    callback = _Refresh(translation_key)
    connection = transaction.get_connection()
    if not any(waiting[1] == callback for waiting in connection.run_on_commit):
        transaction.on_commit(callback)


class _Refresh(partial):
    """Equal to another of the same key, which `partial` itself is not."""

    def __new__(cls, translation_key):
        return super().__new__(cls, _refresh_of_key, translation_key)

    def __eq__(self, other):
        return isinstance(other, _Refresh) and self.args == other.args

    def __hash__(self):
        return hash(self.args)


def _refresh_of_key(translation_key):
    for pk in Version.objects.filter(translation_key=translation_key, source=None).values_list(
        "pk", flat=True
    ):
        refresh_states(pk)


def findings_of(source, version):
    """Return [(Finding, severity or None, datetime or None)] for a version of a source.

    What an editor called a typo is fresh.
    """
    return _Facts(source).findings(version)


class _Facts:
    """What is known of a source and all its translations, read in six queries."""

    def __init__(self, source):
        self.source = source
        self.versions = {
            each.locale_id: each for each in source.translations.select_related("adaptation")
        }
        passages = Passage.objects.filter(
            version__in=[source, *self.versions.values()], is_current=True
        )
        rows = defaultdict(list)
        for each in passages.order_by("position"):
            rows[each.version_id].append(each)
        self.said = rows[source.pk]
        self.translated = {version.pk: rows[version.pk] for version in self.versions.values()}
        changes = PassageChange.objects.filter(change__version=source).order_by(
            "change__published_at", "pk"
        )
        self.edges = [
            Edge(*each)
            for each in changes.values_list(
                "old_digest", "new_digest", "severity", "change__published_at"
            )
        ]
        self.begun = set(
            Translation.objects.filter(
                source__object_id=source.translation_key, enabled=True
            ).values_list("target_locale_id", flat=True)
        )
        self.done = defaultdict(set)
        if self.begun:
            done = StringTranslation.objects.filter(
                context__object_id=source.translation_key, carried_over=None, has_error=False
            ).exclude(translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE)
            for locale, text in done.values_list("locale_id", "translation_of__data"):
                self.done[locale].add(digest(text))

    def findings(self, version):
        """Return what `findings_of` does for one version."""
        found = compare(self.said, self.translated[version.pk])
        return [self._weighed(each) for each in found]

    def _weighed(self, finding):
        if finding.state == State.FRESH:
            return finding, None, None
        translated = finding.translated
        # What is not translated is the source's own text of some time.
        old = (translated.source_digest or translated.digest) if translated else ""
        new = finding.said.digest if finding.said else ""
        severity, since = severity_between(self.edges, old, new)
        if severity == Severity.TYPO and finding.state != State.MISSING:
            return Finding(State.FRESH, finding.said, finding.translated), None, None
        return finding, max(severity, Severity.CONTENT), since

    def state(self, locale):
        """Return the unsaved `TranslationState` of one language."""
        version = self.versions.get(locale.pk)
        if version is None or not version.is_live:
            begun = version is not None or locale.pk in self.begun
            return TranslationState(
                source=self.source,
                locale=locale,
                version=version,
                status=Status.IN_PROGRESS if begun else Status.NOT_STARTED,
                total=len(self.said),
                words_left=self._words_left(locale, self.said),
            )
        return self._published_state(locale, version)

    def _published_state(self, locale, version):
        weighed = self.findings(version)
        count = {
            state: sum(finding.state == state for finding, _severity, _since in weighed)
            for state in State
        }
        machine = sum(
            bool(finding.translated and finding.translated.is_machine)
            for finding, _severity, _since in weighed
            if finding.state != State.REMOVED
        )
        stale = count[State.CHANGED] + count[State.MISSING] + count[State.REMOVED]
        adapted = hasattr(version, "adaptation")
        if stale:
            status = Status.ADAPTED if adapted else Status.OUTDATED
        else:
            status = Status.MACHINE if machine else Status.FRESH
        waiting = [
            finding.said
            for finding, _severity, _since in weighed
            if finding.state in (State.CHANGED, State.MISSING)
        ]
        return TranslationState(
            source=self.source,
            locale=locale,
            version=version,
            status=status,
            total=len(self.said),
            changed=count[State.CHANGED],
            missing=count[State.MISSING],
            removed=count[State.REMOVED],
            machine=machine,
            words_left=self._words_left(locale, waiting),
            severity=max((each for _finding, each, _since in weighed if each), default=None),
            since=min((since for _finding, _severity, since in weighed if since), default=None),
            marks=[
                mark
                for mark in _marks(self.said, self.translated[version.pk], weighed)
                if not adapted or _concerns_readers_of_adaptation(mark)
            ],
        )

    def _words_left(self, locale, said):
        done = self.done[locale.pk]
        return sum(
            words_in(each.text)
            for each in said
            if each.kind == Kind.TEXT and each.digest not in done
        )


def _concerns_readers_of_adaptation(mark):
    """Tell whether a mark is about danger, or about text that is not the team's own."""
    shown_in_source_language = mark["state"] == State.MISSING and mark["path"] is not None
    return (
        mark["severity"] == Severity.SAFETY
        or mark["state"] == "machine"
        or shown_in_source_language
    )


def _marks(said, translated, weighed):
    ours, theirs = _places(said), _places(translated)
    before = _before(said, weighed, theirs)
    marks = []
    for finding, severity, since in weighed:
        state = finding.state
        if state == State.FRESH:
            if not (finding.translated and finding.translated.is_machine):
                continue
            state = "machine"
        path, index = theirs.get(finding.translated, (None, None))
        source_path, source_index = ours.get(finding.said, (None, None))
        marks.append(
            {
                "state": str(state),
                "kind": str((finding.said or finding.translated).kind),
                "path": path,
                "index": index,
                "after": None if finding.translated else before.get(finding.said),
                "source_path": source_path,
                "source_index": source_index,
                "source": finding.said.text if finding.said else "",
                "was": finding.translated.source_text if finding.translated else "",
                "severity": severity,
                "since": since.isoformat() if since else None,
            }
        )
    return marks


def _places(passages):
    """Return {passage: (path, how-manieth passage of its kind there)}."""
    seen = defaultdict(int)
    places = {}
    for each in passages:
        places[each] = (each.path, seen[each.kind, each.path])
        seen[each.kind, each.path] += 1
    return places


def _before(said, weighed, theirs):
    """Return {passage of the source: place of the last one before it that is translated}."""
    partner = {finding.said: finding.translated for finding, _severity, _since in weighed}
    before, last = {}, None
    for each in said:
        before[each] = last
        if each.kind == Kind.TEXT and partner.get(each):
            last = list(theirs[partner[each]])
    return before
