"""`manage.py send_safety_mails`: send the mails about safety-critical changes that wait."""

from django.core.management.base import BaseCommand

from translations.mail.safety import send_waiting


class Command(BaseCommand):
    help = "Send the mails about safety-critical changes that a mail server did not take."

    def handle(self, **options):
        """Send what waits."""
        send_waiting()
