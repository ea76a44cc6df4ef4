"""What an import will do to each page: create, update, publish or leave alone.

The editor's word stands: a value goes in when the page has none, or still has the one an earlier
import gave it. A page that somebody works on is updated as a draft and waits for them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from resources.models import ResourcePage
from resources.models.filing import FILING

from .bindings import Binding, fingerprint
from .history import PastImport, past_imports
from .matching import Existing, Library
from .report import ImportRefused, Problem
from .shows import Shows
from .validation import CleanRecord

CHUNK = 200


@dataclass
class Match:
    """A record, the page it is about, and what an earlier import wrote there."""

    record: CleanRecord
    existing: Existing
    past: PastImport

    @property
    def news(self) -> list[str]:
        """Columns the file has changed since it was last imported."""
        past = self.past.fingerprints
        marks = self.record.fingerprints
        return [column for column, mark in marks.items() if past.get(column) != mark]

    @property
    def is_ours(self) -> bool:
        """Whether the page's newest version is an import's, so that no editor waits behind it."""
        newest = self.existing.latest_revision_id
        return newest is not None and newest == self.past.revision_id

    @property
    def waits_for_publication(self) -> bool:
        """Whether an import's own draft is unpublished, and not because somebody took it down."""
        existing = self.existing
        return (
            self.is_ours
            and existing.has_unpublished_changes
            and (existing.live or not existing.was_published)
        )


@dataclass
class Change:
    """An existing page with the new values in it, ready to be written."""

    page: ResourcePage
    columns: list[str]
    fingerprints: dict[str, str]
    goes_live: bool


@dataclass
class Plan:
    """All that one import will do."""

    new: list[CleanRecord] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    kept: list[Problem] = field(default_factory=list)


def make_plan(
    records: Iterable[CleanRecord],
    model: type[ResourcePage],
    bindings: dict[str, Binding],
    shows: Shows,
    publish: bool,
) -> Plan:
    """Compares records with the library. Raises ImportRefused when two mean one page."""
    plan = Plan()
    matches = []
    for match in _matches(records, model, shows, plan):
        if match.existing.locked and match.news:
            plan.kept.append(
                Problem(_("the page is locked; it was left alone."), match.record.line)
            )
            plan.unchanged += 1
        elif match.news or (publish and match.waits_for_publication):
            matches.append(match)
        else:
            plan.unchanged += 1
    for start in range(0, len(matches), CHUNK):
        chunk = matches[start : start + CHUNK]
        for match, page in zip(chunk, _newest_versions(chunk, model), strict=True):
            _plan_change(plan, match, page, bindings, publish)
    return plan


def _matches(
    records: Iterable[CleanRecord], model: type[ResourcePage], shows: Shows, plan: Plan
) -> Iterator[Match]:
    libraries: dict[tuple[str, int | None], Library] = {}
    found: dict[int, tuple[CleanRecord, Existing]] = {}
    for record in records:
        show = shows.find(record)
        place = (record.language, show.pk if show else None)
        if place not in libraries:
            libraries[place] = Library(model, record.language, show)
        is_of_new_show = record.show is not None and show is None
        existing = None if is_of_new_show else libraries[place].find(record.identity)
        if existing is None:
            plan.new.append(record)
            continue
        if existing.pk in found:
            raise ImportRefused(
                _("line {line}: this is the same page as the record of line {other}.").format(
                    line=record.line, other=found[existing.pk][0].line
                )
            )
        found[existing.pk] = (record, existing)
    past = past_imports(found)
    for pk, (record, existing) in found.items():
        yield Match(record, existing, past.get(pk, PastImport()))


def _newest_versions(matches: list[Match], model: type[ResourcePage]) -> list[ResourcePage]:
    """The newest version of each page: its latest revision where that is not the live one.

    The pages' rows are held, so that an editor who saves meanwhile comes after the import.
    """
    keys = [match.existing.pk for match in matches]
    held = Page.objects.select_for_update(of=("self",)).filter(pk__in=keys).order_by("pk")
    list(held.values_list("pk"))
    pages = (
        model.objects.select_related("locale")
        .prefetch_related(*(f"{name}__term" for name in FILING))
        .in_bulk(keys)
    )
    revisions = Revision.objects.in_bulk(
        [match.existing.latest_revision_id for match in matches if _has_draft(match.existing)]
    )
    return [
        pages[match.existing.pk].with_content_json(revision.content)
        if (revision := revisions.get(match.existing.latest_revision_id))
        else pages[match.existing.pk]
        for match in matches
    ]


def _has_draft(existing: Existing) -> bool:
    return existing.has_unpublished_changes and existing.latest_revision_id is not None


def _plan_change(
    plan: Plan, match: Match, page: ResourcePage, bindings: dict[str, Binding], publish: bool
) -> None:
    written = []
    marks = dict(match.past.fingerprints)
    for column in match.news:
        binding, value = bindings[column], match.record.values[column]
        current = binding.read(page)
        if fingerprint(current) != match.record.fingerprints[column]:
            if _is_editors(current, marks.get(column)):
                if column in match.record.given:
                    plan.kept.append(_kept(match.record.line, column))
                continue
            binding.write(page, value)
            written.append(column)
        marks[column] = match.record.fingerprints[column]
    waits = match.waits_for_publication
    if not written and not (publish and waits):
        plan.unchanged += 1
        return
    has_draft = _has_draft(match.existing)
    goes_live = publish and (waits or (match.existing.live and not has_draft))
    # A draft's earlier changes are in its revision only, so all of it has to be written.
    columns = list(bindings) if has_draft else written
    plan.changes.append(Change(page, columns, marks, goes_live))


def _is_editors(current: Any, imported: str | None) -> bool:
    blank = current in ("", None, [], False)
    return not blank and fingerprint(current) != imported


def _kept(line: int, column: str) -> Problem:
    return Problem(
        _("“{column}” of this page is an editor's and stays as it is.").format(column=column),
        line,
    )
