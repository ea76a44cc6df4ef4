"""`manage.py import_resources FILE`: records of other systems become pages of the library."""

import sys
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from resources.importers import values
from resources.importers.report import ImportRefused, Report
from resources.importers.run import FileHasProblems, Order, Result, import_file
from resources.importers.targets import DEFAULT_TYPE


class Command(BaseCommand):
    help = (
        "Imports resources from a RIS, BibTeX, CSV or XLSX file or a podcast's feed: all of it, "
        "or nothing and a report with line numbers. A second import of the same file changes "
        "nothing."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="the file to import")
        parser.add_argument(
            "--type",
            default="",
            help="the kind of page to make, such as guide or case_study (default: podcast for a "
            f"feed, else {DEFAULT_TYPE})",
        )
        parser.add_argument(
            "--language",
            default="en",
            help="the language of records that do not say theirs (default: %(default)s)",
        )
        parser.add_argument("--dry-run", action="store_true", help="check the file, write nothing")
        parser.add_argument(
            "--publish", action="store_true", help="publish the pages; else they are drafts"
        )

    def handle(self, **options):
        """Import the file; raises CommandError with the report, having written nothing."""
        try:
            order = Order(
                path=options["file"],
                resource_type=options["type"],
                language=values.language(options["language"]),
                publish=options["publish"],
                dry_run=options["dry_run"],
            )
            result = import_file(order, self._show_progress)
        except FileHasProblems as error:
            raise CommandError(self._print_report(error.report, options["file"])) from error
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        except OperationalError as error:
            raise CommandError(
                _("The database refused ({reason}). Try again.").format(reason=error)
            ) from error
        self._print_result(result, order)

    def _show_progress(self, done, total):
        if sys.stderr.isatty():
            end = "\n" if done == total else "\r"
            text = _("indexed {done} of {total}").format(done=done, total=total)
            self.stderr.write(self.style.NOTICE(text), ending=end)

    def _print_report(self, report: Report, path: Path) -> str:
        for line in report.lines():
            self.stderr.write(line)
        return ngettext(
            "{path}: {count} problem. Nothing was imported.",
            "{path}: {count} problems. Nothing was imported.",
            len(report),
        ).format(path=path, count=len(report))

    def _print_result(self, result: Result, order: Order) -> None:
        for note in result.notes:
            self.stdout.write(str(note))
        counts = _("{created} created, {updated} updated, {unchanged} unchanged").format(
            created=result.created, updated=result.updated, unchanged=result.unchanged
        )
        if order.dry_run:
            counts = _("Dry run, nothing was written: {counts}").format(counts=counts)
        self.stdout.write(counts)
