"""`manage.py read_documents`: the text of documents that no worker has read."""

from collections import Counter

from django.core.management.base import BaseCommand

from core.extraction import keeping
from core.models import HubDocument, TextState


class Command(BaseCommand):
    help = "Read the PDF and Word documents that have not been read yet, so that search finds them."

    def add_arguments(self, parser):
        parser.add_argument(
            "--all", action="store_true", help="read again those that have been read, too"
        )

    def handle(self, **options):
        """Read one after the other, and say how many came out in each way."""
        every = HubDocument.objects.order_by("pk").values_list("pk", flat=True)
        states = Counter(map(keeping.read, every if options["all"] else keeping.unread()))
        # Those of other kinds, such as tables, are not read.
        states.pop(None, None)
        if not states:
            self.stdout.write("No document to read.")
        for state, number in sorted(states.items()):
            self.stdout.write(f"{number} × {TextState(state).label}")
