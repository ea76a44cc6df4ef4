"""`manage.py send_waiting_edits`: tell Elasticsearch what it could not be told before."""

from django.core.management.base import BaseCommand

from search import outbox
from search.indexing import send_waiting

# About half a minute's work, for which the scheduler's other jobs wait.
MOST = 5_000


class Command(BaseCommand):
    help = "Send edits to Elasticsearch that it has not taken yet, the oldest first."

    def handle(self, **options):
        """Send some of what waits, and say how much if there was anything."""
        sent = send_waiting(MOST)
        if sent and options["verbosity"]:
            self.stdout.write(f"Elasticsearch has taken {sent} edits; {outbox.count()} pages wait.")
