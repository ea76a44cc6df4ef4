"""`manage.py send_record_mails`: send the mails about records that teams write that wait."""

from django.core.management.base import BaseCommand

from writing.telling import send_waiting


class Command(BaseCommand):
    help = "Send editors and teams the mails about their records that a mail server did not take."

    def handle(self, **options):
        """Send what waits."""
        send_waiting()
