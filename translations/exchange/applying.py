"""Taking over what a translator's file says: all of it or nothing."""

from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail_localize.models import String, StringTranslation, Translation, TranslationContext

from core.languages import get_language
from translations.access import may_write
from translations.freshness.passages import canonical
from translations.glossary.checks import all_warnings
from translations.glossary.matching import plain
from translations.writing import write

from .intact import faults, normalised
from .passages import Passage, passages_of
from .problems import Problem, Refused, refusal
from .reading import Entry, Reading, Standing

_SHOWN = 60
_AT_A_TIME = 500


@dataclass
class Outcome:
    """What came of a file: how many translations it changed, and what to tell of lines."""

    changed: int = 0
    notes: list[Problem] = field(default_factory=list)


@dataclass(frozen=True)
class _Change:
    """A translation to write."""

    entry: Entry
    passage: Passage
    html: str


def take_over(translation, reading: Reading, user) -> Outcome:
    """Write what is new in a file to the passages of a translation, as a person's work.

    A passage that the file leaves as it was stays untouched, to its date. Translations of
    texts that the source no longer has are kept where translators are offered them again.
    Raises Refused, having written nothing, if the file is another page's or any line is wrong.
    """
    _require_origin(translation, reading, user)
    with transaction.atomic():
        Translation.objects.select_for_update().get(pk=translation.pk)
        judging = _Judging(translation, reading, user)
        for entry in reading.entries:
            judging.judge(entry)
        if judging.problems:
            raise Refused(judging.problems)
        for change in judging.changes:
            write(change.passage, translation, change.html, user, reading.tool)
    notes = [*judging.notes, *_warnings(judging.changes, translation)]
    return Outcome(len(judging.changes), sorted(notes))


def _warnings(changes, translation):
    """Return what to look at again in what was taken over, by line."""
    concerns = all_warnings(
        [(change.passage.source, change.html) for change in changes],
        translation.target_locale.language_code,
        translation.source.locale.language_code,
    )
    return [
        Problem(change.entry.line, concern.message, _beginning(change.entry, change.passage))
        for change, found in zip(changes, concerns, strict=True)
        for concern in found
    ]


def _require_origin(translation, reading, user):
    """Refuse a file that is not of this translation; only those who may see it are told of it."""
    if not reading.origins:
        raise refusal(1, _("This file was not made by this hub."))
    language = translation.target_locale.language_code
    for origin in reading.origins:
        if origin.key != str(translation.uuid):
            raise refusal(origin.line, _owner(origin.key, user))
        stated = origin.language.replace("_", "-").split("-")[0].lower()
        if stated and stated != language:
            message = _("The file says that its language is “{language}”.")
            raise refusal(origin.line, message.format(language=origin.language))


def _owner(key, user):
    try:
        other = Translation.objects.filter(uuid=UUID(key)).first()
    except ValueError:
        return _("This file was not made by this hub.")
    if other is None or not may_write(user, other):
        return _("This file belongs to another page.")
    return _("This file belongs to “{page}” in {language}.").format(
        page=other.source.object_repr,
        language=get_language(other.target_locale.language_code).name,
    )


class _Judging:
    """Decides of each entry whether it is a change, a problem, or to be told of."""

    def __init__(self, translation, reading, user):
        self.changes: list[_Change] = []
        self.problems: list[Problem] = []
        self.notes: list[Problem] = []
        self._user = user
        self._normal = reading.normal
        self._seen: dict[tuple[int, int], Entry] = {}
        current = passages_of(translation)
        former = _former_passages(translation, reading.entries, current)
        self._by_digest = {(each.path, each.digest): each for each in (*former, *current)}
        # Programs that change spaces or the forms of characters have changed nothing.
        self._by_words = {(each.path, canonical(each.source)): each for each in current}

    def judge(self, entry):
        """Take an entry of the file."""
        if not entry.target.strip():
            return
        passage = self._by_digest.get((entry.path, entry.digest))
        passage = passage or self._by_words.get((entry.path, canonical(entry.source)))
        if passage is None or canonical(entry.source) != canonical(passage.source):
            message = _("This passage is not of this page, or its source text was changed.")
            self._complain(entry, passage, message)
        elif self._is_repeated(entry, passage):
            return
        elif entry.target == self._normal(passage.target):
            self._judge_unchanged(entry, passage)
        elif entry.standing is Standing.OPEN:
            self._note(entry, passage, _("Marked as not ready, and not taken over."))
        else:
            self._judge_changed(entry, passage)

    def _is_repeated(self, entry, passage):
        """Tell whether the passage was there before; a problem if it was with other words."""
        first = self._seen.setdefault((passage.context_id, passage.string_id), entry)
        if first.target != entry.target:
            message = _("Line {line} translates this otherwise.").format(line=first.line)
            self._complain(entry, passage, message)
        return first is not entry

    def _judge_unchanged(self, entry, passage):
        """Accept what waited for a person, if the file says that one has looked at it."""
        if entry.standing is Standing.DONE and passage.waits_for_a_person:
            self._judge_changed(entry, passage)

    def _judge_changed(self, entry, passage):
        if wrong := faults(passage.source, entry.target):
            self._complain(entry, passage, " ".join(wrong))
            return
        html = normalised(entry.target)
        if html == passage.target and not passage.waits_for_a_person:
            return
        if html == passage.source and entry.standing is Standing.UNSTATED:
            # Some programs put the original where there is no translation.
            self._note(entry, passage, _("The same as the source, and not taken over."))
            return
        if self._is_newer_here(entry, passage):
            message = _("Somebody has changed this here since the file was made; that stays.")
            self._note(entry, passage, message)
            return
        if not passage.is_current:
            message = _("The source has changed since. This translation is kept for reuse.")
            self._note(entry, passage, message)
        self.changes.append(_Change(entry, passage, html))

    def _is_newer_here(self, entry, passage):
        """Tell whether another person has written the translation since the file was made."""
        if passage.row is None or passage.waits_for_a_person:
            return False
        is_own = passage.row.last_translated_by_id == self._user.pk
        return not is_own and bool(entry.base) and entry.base != passage.base

    def _complain(self, entry, passage, message):
        self.problems.append(Problem(entry.line, message, _beginning(entry, passage)))

    def _note(self, entry, passage, message):
        self.notes.append(Problem(entry.line, message, _beginning(entry, passage)))


def _beginning(entry, passage):
    return Truncator(plain(passage.source if passage else entry.source)).chars(_SHOWN)


def _former_passages(translation, entries, current):
    """Return the passages that the source once had, as far as entries are about them."""
    known = {(each.path, each.digest) for each in current}
    wanted = [each for each in entries if (each.path, each.digest) not in known and each.target]
    if not wanted:
        return []
    contexts = TranslationContext.objects.filter(object_id=translation.source.object_id)
    context_ids = dict(contexts.values_list("path", "pk"))
    strings = _strings(translation.source.locale_id, [each.digest for each in wanted])
    rows = {
        (row.context_id, row.translation_of_id): row
        for row in StringTranslation.objects.filter(
            locale=translation.target_locale, context__object_id=translation.source.object_id
        ).select_related("carried_over")
    }
    found = []
    for entry in wanted:
        context_id, string = context_ids.get(entry.path), strings.get(entry.digest)
        if context_id is None or string is None:
            continue
        row = rows.get((context_id, string.pk))
        former = Passage(entry.path, string.data, string.pk, context_id, row, is_current=False)
        found.append(former)
    return found


def _strings(locale_id, digests):
    """Return {digest: String}, asking for so many at a time as every database takes."""
    rows = String.objects.filter(locale_id=locale_id)
    return {
        row.data_hash: row
        for start in range(0, len(digests), _AT_A_TIME)
        for row in rows.filter(data_hash__in=digests[start : start + _AT_A_TIME])
    }
