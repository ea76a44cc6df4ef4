"""`manage.py check_translations`: what is missing or out of date, in which language."""

import json

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Locale

from translations.freshness.rebuilding import rebuild as compare_anew
from translations.models import Status, TranslationState

COLUMNS = ("language", "status", "severity", "changed", "missing", "removed", "words_left", "title")


class Command(BaseCommand):
    """Prints one line for each page or term and language that somebody has work with."""

    help = "Says what is missing or out of date in the languages of the hub."

    def add_arguments(self, parser):
        parser.add_argument("--language", help="one language, such as hi; all without it")
        parser.add_argument("--json", action="store_true", help="for programs")
        parser.add_argument(
            "--rebuild",
            action="store_true",
            help="compare anew all that is published, after writes past the hub itself",
        )

    def handle(self, *args, language=None, json=False, rebuild=False, **options):
        """List what is to be done, or compare anew; raises CommandError for an unknown language."""
        if language and not Locale.objects.filter(language_code=language).exists():
            known = ", ".join(Locale.objects.values_list("language_code", flat=True))
            raise CommandError(f"There is no language “{language}”. Choose one of: {known}.")
        if rebuild:
            self.stdout.write(f"{compare_anew()} pages and terms compared.")
            return
        states = TranslationState.objects.exclude(status=Status.FRESH).select_related(
            "source", "locale"
        )
        if language:
            states = states.filter(locale__language_code=language)
        rows = [
            _row(state) for state in states.order_by("locale", "-severity", "source").iterator()
        ]
        self.stdout.write(_as_json(rows) if json else _as_table(rows))


def _row(state):
    return {
        "language": state.locale.language_code,
        "status": state.status,
        "severity": state.get_severity_display() if state.severity else "",
        "changed": state.changed,
        "missing": state.missing,
        "removed": state.removed,
        "words_left": state.words_left,
        "since": state.since.isoformat() if state.since else None,
        "translation_key": str(state.source.translation_key),
        "title": state.source.title,
    }


def _as_json(rows):
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _as_table(rows):
    table = [COLUMNS, *(tuple(str(row[name]) for name in COLUMNS) for row in rows)]
    widths = [max(len(line[column]) for line in table) for column in range(len(COLUMNS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in table
    )
