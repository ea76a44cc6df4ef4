"""`manage.py tidy_visits`: sum up how often pages were read, and forget what was long ago."""

from django.core.management.base import BaseCommand

from translations.visits import forget_old, sum_up


class Command(BaseCommand):
    help = "Sum up how often pages were read of late; forget the counts of long ago."

    def handle(self, **options):
        """Tidy the counts of readers' visits."""
        forget_old()
        sum_up()
