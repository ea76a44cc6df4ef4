"""`manage.py load_glossary FILE...`: term lists become the glossary of translators."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, transaction
from django.utils.translation import gettext as _

from search.terminology.glossary import wordings_of
from search.terminology.loading import load as load_vocabulary
from search.terminology.reading import read_all
from translations.glossary.loading import load
from translations.models import Domain


class Command(BaseCommand):
    help = (
        "Loads lists of terms and their translations into the glossary, and into the vocabulary of "
        "search, from CSV files with the columns sourceLang, targetLang, sourceString and "
        "targetString. All or nothing; entries that are there already stay as they are."
    )

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--domain", choices=Domain.values, default=Domain.CLINICAL)
        parser.add_argument("--origin", default="", help="where the lists come from")

    def handle(self, **options):
        """Load the files; raises CommandError, having written nothing."""
        pairs, problems = read_all(options["files"])
        if problems:
            for problem in problems:
                self.stderr.write(problem)
            raise CommandError(_("Nothing was loaded."))
        try:
            with transaction.atomic():
                result = load(wordings_of(pairs), options["domain"], options["origin"])
                load_vocabulary(pairs)
        except DatabaseError as error:
            raise CommandError(
                _("The database refused ({reason}). Try again.").format(reason=error)
            ) from error
        counts = _("{created} created, {updated} updated, {unchanged} unchanged")
        self.stdout.write(counts.format(created=result.created, updated=0, unchanged=result.kept))
