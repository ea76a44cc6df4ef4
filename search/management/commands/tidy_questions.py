"""`manage.py tidy_questions`: forget what too few ask, and choose what to suggest."""

from django.core.management.base import BaseCommand

from search.forgetting import forget_old, forget_rare
from search.frequent import choose_frequent


class Command(BaseCommand):
    help = "Forget what few readers ask and what was asked long ago; choose what to suggest."

    def handle(self, **options):
        """Tidy the counts of readers' questions."""
        forget_old()
        forget_rare()
        choose_frequent()
