"""`manage.py scheduler`: what is to be done every so often, in one process."""

import logging
import signal
import threading
import time

from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import close_old_connections

logger = logging.getLogger(__name__)

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR
# Management commands and the seconds between two runs of each.
JOBS = {
    "publish_scheduled": MINUTE,
    "send_waiting_edits": MINUTE,
    "send_safety_mails": 5 * MINUTE,
    "send_adoption_mails": 5 * MINUTE,
    "send_record_mails": 5 * MINUTE,
    "tidy_questions": HOUR,
    "tidy_visits": HOUR,
    "tidy_adoptions": HOUR,
    "send_digests": HOUR,
    "prune_db_task_results": DAY,
    "clearsessions": DAY,
}


class Command(BaseCommand):
    help = "Publish and expire pages on time, clear old task results and sign-ins, until stopped."

    def handle(self, **options):
        """Publish and expire pages on time until the process is told to stop."""
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        due = {}
        while not stopped.is_set():
            # A long-lived process must not go on with a connection that the database has closed.
            close_old_connections()
            run_due(due)
            close_old_connections()
            stopped.wait(MINUTE)


def run_due(due, jobs=JOBS):
    """Run those of `jobs` that are due, and note in `due` when each is due again.

    `due` maps a job's name to a reading of the monotonic clock; a job not in it is due now. One
    that fails is logged and tried again when it is next due.
    """
    for name, seconds in jobs.items():
        if due.get(name, 0) <= time.monotonic():
            due[name] = time.monotonic() + seconds
            _run(name)


def _run(name):
    try:
        call_command(name)
    except Exception:
        logger.exception("%s failed and is tried again later", name)
