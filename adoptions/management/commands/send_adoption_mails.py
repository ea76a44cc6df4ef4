"""`manage.py send_adoption_mails`: send the mails about adoptions that wait."""

from django.core.management.base import BaseCommand

from adoptions.telling import send_waiting


class Command(BaseCommand):
    help = "Send authors the mails about adoptions that a mail server did not take."

    def handle(self, **options):
        """Send what waits."""
        send_waiting()
