"""One import, from the file to the last index."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from resources.models import ResourcePage

from . import writing
from .bindings import Binding, bindings_of
from .following import follow_up
from .formats import format_of
from .identity import report_duplicates
from .planning import make_plan
from .report import ImportRefused, Problem, Report
from .targets import DEFAULT_TYPE, lock_sections, page_model, section_for
from .validation import CleanRecord, Validator

LARGEST_FILE = 200 * 1024 * 1024


@dataclass(frozen=True)
class Order:
    """What the person who starts an import asks for."""

    path: Path
    resource_type: str = DEFAULT_TYPE
    language: str = "en"
    publish: bool = False
    dry_run: bool = False


@dataclass
class Result:
    """What an import did: counts, and what it left to the editors."""

    created: int = 0
    updated: int = 0
    unchanged: int = 0
    kept: list[Problem] = field(default_factory=list)


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
    model = page_model(order.resource_type)
    bindings = bindings_of(model)
    good = read_records(order, model, bindings)
    with transaction.atomic():
        lock_sections(record.language for record in good)
        plan = make_plan(good, model, bindings, order.publish)
        new = _by_language(plan.new)
        sections = {language: section_for(model, language) for language in new}
        pages = []
        if not order.dry_run:
            for language, section in sections.items():
                pages += writing.create(new[language], section, order.publish)
            pages += writing.update(plan.changes, bindings)
    follow_up(pages, progress)
    return Result(len(plan.new), len(plan.changes), plan.unchanged, plan.kept)


def read_records(
    order: Order, model: type[ResourcePage], bindings: dict[str, Binding]
) -> list[CleanRecord]:
    """The good records of a file in which all are good; else raises as `import_file` does."""
    report = Report()
    data = read_bytes(order.path)
    file_format = format_of(order.path.name, data)
    try:
        found = file_format.read(data, report)
    except ImportRefused as error:
        report.add(str(error))
        raise FileHasProblems(report) from error
    validator = Validator(model, bindings, order.language, report, file_format.names_columns)
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


def _by_language(records: list[CleanRecord]) -> dict[str, list[CleanRecord]]:
    found: dict[str, list[CleanRecord]] = {}
    for record in records:
        found.setdefault(record.language, []).append(record)
    return found
