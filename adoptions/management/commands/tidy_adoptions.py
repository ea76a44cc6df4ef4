"""`manage.py tidy_adoptions`: forget who reported adoptions long ago."""

from django.core.management.base import BaseCommand

from adoptions.forgetting import forget


class Command(BaseCommand):
    help = "Delete the e-mail addresses and the declined reports of more than 180 days ago."

    def handle(self, **options):
        """Tidy what readers have reported."""
        forget()
