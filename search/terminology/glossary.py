"""What the glossary of translators calls things is found by who searches for it."""

from django.db import transaction
from django.db.models.signals import post_save
from wagtail.models import Locale

from core.lines import lines_of
from search.expressions import without_brackets
from search.models.terms import problem_of_expression
from translations.glossary.loading import Wording
from translations.models import GlossaryEntry

from .loading import load
from .reading import Pair


def connect():
    """Follow the entries that are saved; called once, when the app is ready."""
    post_save.connect(_on_saved, sender=GlossaryEntry)


def wordings_of(pairs: list[Pair]) -> list[Wording]:
    """Return the pairs of a list of terms as the glossary takes them: without brackets."""
    return [
        Wording(
            pair.source_language,
            without_brackets(pair.source),
            pair.target_language,
            without_brackets(pair.target),
        )
        for pair in pairs
    ]


def _on_saved(instance, raw=False, **kwargs):
    if not raw:
        transaction.on_commit(lambda: _take_over(instance), robust=True)


def _take_over(entry):
    """Add a term and its preferred wordings to the vocabulary, in languages that have a locale."""
    languages = {entry.source_language, entry.language}
    if Locale.objects.filter(language_code__in=languages).count() < len(languages):
        return
    load(
        [
            Pair(entry.source_language, entry.term, entry.language, wording)
            for wording in lines_of(entry.preferred)
            if not problem_of_expression(entry.term, entry.source_language)
            and not problem_of_expression(wording, entry.language)
        ]
    )
