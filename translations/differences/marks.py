"""What readers are told of a translation: which passages differ from the source, and how."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from core.languages import direction_of
from core.marked import Mark
from core.visibility import public_pages

from ..models import Adaptation, Kind, Severity, TranslationState
from .excerpts import excerpt
from .placing import Placing

LABELS = {
    "changed": _("Changed in the source"),
    "missing": _("Not translated yet"),
    "removed": _("No longer in the source"),
    "machine": _("Drafted by a machine"),
}
_GRAVE = _("Safety-critical change")


@dataclass(frozen=True)
class Note:
    """One passage that differs: its `mark` in the page, what it is, and since when (or None).

    `source` is what the source says now and `was` what the translation was made from, both safe
    HTML in the source's language, "" for nothing and where readers may not read them.
    """

    mark: Mark
    facts: dict
    since: datetime | None
    source: str = ""
    was: str = ""

    @property
    def state(self):
        """Return how a passage differs, where its mark says only how grave that is."""
        return LABELS[self.facts["state"]] if self.mark.is_grave else ""

    @property
    def quoted(self):
        """Return what the source says now, unless that is what the page shows for a translation."""
        return "" if self.facts["state"] == "missing" and self.mark.is_shown else self.source

    @property
    def kind(self):
        """Return what it is in words, "" for a text."""
        return "" if self.facts["kind"] == Kind.TEXT else Kind(self.facts["kind"]).label


@dataclass(frozen=True)
class Differences:
    """What to tell of a page: `notes` on `total` passages, the first change `since` (or None).

    `source` is the page that it translates, None where readers may not read it; `adaptation` what
    a team has made otherwise on purpose, None for nothing.
    """

    notes: list[Note]
    total: int
    since: datetime | None
    source: Page | None
    adaptation: Adaptation | None

    @property
    def outdated(self):
        """Return how many passages differ from the source."""
        return sum(note.facts["state"] != "machine" for note in self.notes)

    @property
    def counts(self):
        """Return (label, number) for each way to differ that there is."""
        states = [note.facts["state"] for note in self.notes]
        return [(label, states.count(state)) for state, label in LABELS.items() if state in states]

    @property
    def grave(self):
        """Return the notes on changes that are safety-critical."""
        return [note for note in self.notes if note.mark.is_grave]

    @property
    def source_language(self):
        """Return the code of the source's language, "" where readers may not read it."""
        return self.source.locale.language_code if self.source else ""

    @property
    def source_direction(self):
        """Return "ltr" or "rtl" for the source."""
        return direction_of(self.source_language)


def tell(page, version_id):
    """Mark the passages of a page that differ from its source; tell of it in `page.differences`.

    `version_id` is the key of the page's `Version`, whose state is known. Two queries, and more
    where passages of the source are to be put in.
    """
    state = TranslationState.objects.select_related("source__locale", "version__adaptation").get(
        version=version_id
    )
    source = readable_source(state.source)
    language = state.source.locale.language_code
    notes = [
        _note(number, each, language, is_readable=source is not None)
        for number, each in enumerate(state.marks, start=1)
    ]
    adaptation = getattr(state.version, "adaptation", None)
    if not page.quotes_former_texts:
        notes = [replace(note, was="") for note in notes]
    page.differences = Differences(notes, state.total, state.since, source, adaptation)
    Placing(page, source).place([(note.facts, note.mark) for note in notes])


def readable_source(version):
    """Return the page of a `Version` that is a source, with its locale, if all may read it."""
    pages = public_pages(Page.objects.filter(pk=version.object_id))
    return pages.select_related("locale").first()


def _note(number, facts, language, *, is_readable):
    is_grave = facts["severity"] == Severity.SAFETY
    label = _GRAVE if is_grave else LABELS[facts["state"]]
    since = datetime.fromisoformat(facts["since"]) if facts["since"] else None
    of_source = language if facts["state"] == "missing" else ""
    mark = Mark(number, label, is_grave=is_grave, language=of_source)
    if not is_readable or facts["kind"] == Kind.MEDIA:
        return Note(mark, facts, since)
    if facts["state"] == "machine":
        return Note(mark, facts, since, excerpt(facts["source"]))
    source, was = facts["source"], facts["was"]
    return Note(mark, facts, since, excerpt(source, beside=was), excerpt(was, beside=source))
