"""`manage.py export_resources FILE`: the library's public pages for other systems."""

import tempfile
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from core.visibility import public_pages
from resources.exporters.formats import ONLY, WRITERS, writer_of
from resources.exporters.rows import rows_of
from resources.importers import values
from resources.importers.report import ImportRefused
from resources.importers.targets import DEFAULT_TYPE, page_model


class Command(BaseCommand):
    help = (
        "Exports what readers may see of one kind of resource to a RIS, BibTeX, CSV or XLSX "
        "file or a feed, by its extension. The file imports to the same pages. Drafts, "
        "restricted and withdrawn pages and facilities that are anonymous are left out. A file "
        "that is there already is replaced once the export is complete."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help=f"the file to write: {' '.join(WRITERS)}")
        parser.add_argument(
            "--type",
            help="the kind of page, such as guide or case_study (default: podcast for a feed, else "
            f"{DEFAULT_TYPE})",
        )
        parser.add_argument("--language", help="one language only, such as hi (default: all)")

    def handle(self, **options):
        """Write the file; raises CommandError with one line when that cannot be done."""
        path = options["file"]
        write = writer_of(path.name)
        if write is None:
            raise CommandError(
                _("{name} does not say which format to write. End it in {extensions}.").format(
                    name=path.name, extensions=", ".join(WRITERS)
                )
            )
        try:
            rows = list(self._rows(_type_of(path, write, options["type"]), options["language"]))
        except ImportRefused as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError(error.messages[0]) from error
        if not rows:
            raise CommandError(_("There is no public page of this kind to export."))
        try:
            _replace(path, write(rows))
        except OSError as error:
            raise CommandError(
                _("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror)
            ) from error
        self._tell(rows)
        if ONLY.get(write):
            self._tell_shows(rows)

    def _rows(self, resource_type, language):
        model = page_model(resource_type)
        pages = model.for_search_index(public_pages(model.objects.filter(withdrawn_on=None)))
        if language:
            pages = pages.filter(locale__language_code=values.language(language))
        return rows_of(model, pages.order_by("path"))

    def _tell(self, rows):
        count = len(rows)
        self.stdout.write(
            ngettext("{count} page exported", "{count} pages exported", count).format(count=count)
        )
        if partial := sum(not row.is_whole for row in rows):
            self.stderr.write(
                ngettext(
                    "{count} page has pictures or links within the hub, which were not exported.",
                    "{count} pages have pictures or links within the hub, which were not exported.",
                    partial,
                ).format(count=partial)
            )

    def _tell_shows(self, rows):
        shows = {(row.values["language"], row.values["show"]) for row in rows}
        if len(shows) > 1:
            self.stderr.write(
                _(
                    "The feed holds {count} podcasts, which other programs take for one. With "
                    "--language it holds those of one language."
                ).format(count=len(shows))
            )


def _type_of(path, write, asked):
    """Return the kind of page to write, which the format may restrict."""
    only = ONLY.get(write)
    if only and asked and asked != only:
        raise CommandError(
            _("{format} holds pages of type “{only}”, not “{type}”.").format(
                format=path.suffix, only=only, type=asked
            )
        )
    return asked or only or DEFAULT_TYPE


def _replace(path, content):
    """Write a file in one step: whoever reads it meanwhile gets the old or the new one."""
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete=False
    ) as file:
        scratch = Path(file.name)
        try:
            file.write(content)
            file.close()
            scratch.chmod(0o644)
            scratch.replace(path)
        except OSError:
            scratch.unlink(missing_ok=True)
            raise
