"""`manage.py load_terms FILE...`: term lists become the vocabulary of search."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from search.terminology.loading import load
from search.terminology.reading import read_all


class Command(BaseCommand):
    help = (
        "Loads lists of terms and their translations into the vocabulary of search, from CSV "
        "files with the columns sourceLang, targetLang, sourceString and targetString. All or "
        "nothing; what is there already and what editors have changed stays as it is."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, **options):
        """Load the files; raises CommandError, having written nothing."""
        pairs, problems = read_all(options["files"])
        if problems:
            self._refuse(problems)
        try:
            result = load(pairs)
        except DatabaseError as error:
            raise CommandError(
                _("The database refused ({reason}). Try again.").format(reason=error)
            ) from error
        counts = _("{created} created, {updated} updated, {unchanged} unchanged")
        self.stdout.write(counts.format(**vars(result)))
        if result.kept:
            self.stdout.write(
                ngettext(
                    "{count} term stays as an editor has it.",
                    "{count} terms stay as editors have them.",
                    result.kept,
                ).format(count=result.kept)
            )

    def _refuse(self, problems):
        for problem in problems:
            self.stderr.write(problem)
        raise CommandError(_("Nothing was loaded."))
