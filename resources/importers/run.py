"""One import, from the file to the last index."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from resources.anonymity.keeping import NamesFacility
from resources.anonymity.traces import traces
from resources.models import LibraryPage, ResourcePage

from . import writing
from .bindings import bindings_of
from .following import follow_up
from .formats import Format, format_of
from .identity import report_duplicates
from .planning import Plan, make_plan
from .report import ImportRefused, Problem, Report
from .shows import Shows
from .targets import DEFAULT_TYPE, lock_sections, page_model, section_for
from .validation import CleanRecord, Validator

LARGEST_FILE = 200 * 1024 * 1024


@dataclass(frozen=True)
class Order:
    """What the person who starts an import asks for; without a type, the format's usual one."""

    path: Path
    resource_type: str = ""
    language: str = "en"
    publish: bool = False
    dry_run: bool = False


@dataclass
class Result:
    """What an import did: counts, what it left to the editors, and what it could not keep."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    notes: list[Problem] = field(default_factory=list)


class FileHasProblems(ImportRefused):
    """The file was read and is not good; `report` says where. Nothing was written."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self.report = report


def import_file(order: Order, progress: Callable[[int, int], None]) -> Result:
    """Imports a file: everything in it, or nothing.

    `progress` is told how many pages are indexed, and of how many. Raises ImportRefused when the
    import cannot begin, FileHasProblems when the file has to be put right first.
    """
    data = read_bytes(order.path)
    file_format = format_of(order.path.name, data)
    model = page_model(_type_of(order, file_format))
    bindings = bindings_of(model)
    report = Report()
    validator = Validator(model, bindings, order.language, report, file_format.names_columns)
    good = _read_records(data, file_format, validator, report)
    with transaction.atomic():
        lock_sections(record.language for record in good)
        shows = Shows(order.publish)
        plan = make_plan(good, model, bindings, shows, order.publish)
        _refuse_named_facilities(plan, order.publish, report)
        notes = [*report.notes, *shows.make(order.dry_run), *plan.kept]
        sections = _by_section(plan.new, model, shows)
        pages = []
        if not order.dry_run:
            for section, records in sections:
                pages += writing.create(records, section, order.publish)
            pages += writing.update(plan.changes, bindings)
    follow_up(pages, progress)
    return Result(len(plan.new), len(plan.changes), plan.unchanged, notes)


def _refuse_named_facilities(plan: Plan, publish: bool, report: Report) -> None:
    """Raises FileHasProblems for pages that would publish a facility that is to stay anonymous."""
    new = [(record.page, record.line) for record in plan.new if publish]
    changed = [(change.page, None) for change in plan.changes if change.goes_live]
    for page, line in (*new, *changed):
        if getattr(page, "facility_is_anonymous", False) and (found := traces(page)):
            error = NamesFacility(page, found)
            report.add(f"{page.title}: {' '.join(error.messages)}", line)
    if len(report):
        raise FileHasProblems(report)


def _type_of(order: Order, file_format: Format) -> str:
    """The type that is asked for, else the one that the format is for."""
    wanted = order.resource_type or file_format.only or DEFAULT_TYPE
    if file_format.only and wanted != file_format.only:
        raise ImportRefused(
            _("{format} holds pages of type “{only}”, not “{type}”.").format(
                format=file_format.name, only=file_format.only, type=wanted
            )
        )
    return wanted


def _read_records(
    data: bytes, file_format: Format, validator: Validator, report: Report
) -> list[CleanRecord]:
    """The records of a file in which all are good; else raises as `import_file` does."""
    try:
        found = file_format.read(data, report)
    except ImportRefused as error:
        report.add(str(error))
        raise FileHasProblems(report) from error
    records = validator.clean(found)
    report_duplicates(records, report)
    if len(report):
        raise FileHasProblems(report)
    return records


def read_bytes(path: Path) -> bytes:
    """The content of a file. Raises ImportRefused when there is none to be had."""
    if path.is_dir():
        raise ImportRefused(_("{path} is a directory. Give a file.").format(path=path))
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ImportRefused(
                _("{path} is larger than {megabytes} MB. Divide it.").format(
                    path=path, megabytes=LARGEST_FILE // 1024 // 1024
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise ImportRefused(
            _("{path} cannot be read: {reason}.").format(path=path, reason=error.strerror)
        ) from error


def _by_section(
    records: list[CleanRecord], model: type[ResourcePage], shows: Shows
) -> list[tuple[LibraryPage, list[CleanRecord]]]:
    """New records with the section that they go to: their show, else that of their language."""
    groups: dict[tuple[str, str], list[CleanRecord]] = {}
    for record in records:
        key = (record.language, record.show.title if record.show else "")
        groups.setdefault(key, []).append(record)
    return [
        (shows.page(group[0]) or section_for(model, language), group)
        for (language, _title), group in groups.items()
    ]
