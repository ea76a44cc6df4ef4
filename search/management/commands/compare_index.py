"""`manage.py compare_index`: has Elasticsearch the words that the pages have?"""

from django.core.management.base import BaseCommand, CommandError

from search import outbox
from search.engines import elasticsearch_engine
from search.engines.base import EngineUnavailable
from search.engines.elasticsearch_rows import state_of
from search.indexing import CHUNK, send_waiting, words_of
from search.models import Entry


class Command(BaseCommand):
    help = "Compare the words in Elasticsearch with those of the pages; --mend sends what differs."

    def add_arguments(self, parser):
        parser.add_argument("--mend", action="store_true", help="send the pages that differ")

    def handle(self, **options):
        """Count what is missing, different or left over; fails where something is and stays so."""
        engine = elasticsearch_engine()
        if engine is None:
            raise CommandError("ELASTICSEARCH_URL is not set: there is nothing to compare.")
        try:
            there = dict(engine.states())
        except EngineUnavailable as error:
            raise CommandError(f"Elasticsearch does not answer: {error}.") from error
        pages, missing, different = self._compare(there)
        left_over = list(there)
        wrong = sorted([*missing, *different, *left_over])
        if options["mend"]:
            outbox.leave(wrong)
            send_waiting(len(wrong) + outbox.count())
        waiting = outbox.count()
        result = (
            f"{pages} pages: {len(missing)} missing, {len(different)} different, "
            f"{len(left_over)} left over, {waiting} waiting."
        )
        if wrong and (waiting or not options["mend"]):
            raise CommandError(result)
        self.stdout.write(result)

    def _compare(self, there):
        """Take from `there`, states by id, what the database knows; return what is wrong."""
        missing, different = [], []
        page_ids = list(Entry.objects.order_by("pk").values_list("pk", flat=True))
        for start in range(0, len(page_ids), CHUNK):
            for words in words_of(page_ids[start : start + CHUNK]):
                state = there.pop(words.id, None)
                if state is None:
                    missing.append(words.id)
                elif state != state_of(words):
                    different.append(words.id)
        return len(page_ids), missing, different
