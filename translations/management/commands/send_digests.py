"""`manage.py send_digests`: send country teams the summary of the week."""

from django.core.management.base import BaseCommand

from translations.mail.digest import send_digests


class Command(BaseCommand):
    help = "Send members of country teams the week's summary, once a week to each."

    def handle(self, **options):
        """Send the summaries that are due."""
        send_digests()
