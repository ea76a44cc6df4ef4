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
DAY = 24 * 60 * MINUTE
# Management commands and the seconds between two runs of each.
JOBS = {"publish_scheduled": MINUTE, "prune_db_task_results": DAY}


class Command(BaseCommand):
    help = "Publish and expire pages at their times, and clear old task results, until stopped."

    def handle(self, **options):
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        run_until(stopped)


def run_until(stopped, jobs=JOBS, interval=MINUTE):
    """Run each of `jobs` when it is due, looking every `interval` seconds until `stopped` is set.

    A job that fails is logged and tried again when it is next due.
    """
    due = dict.fromkeys(jobs, 0.0)
    while not stopped.is_set():
        for name, seconds in jobs.items():
            if due[name] <= time.monotonic():
                due[name] = time.monotonic() + seconds
                _run(name)
        stopped.wait(interval)


def _run(name):
    # A long-lived process must not go on with a connection that the database has closed.
    close_old_connections()
    try:
        call_command(name)
    except Exception:
        logger.exception("%s failed and is tried again later", name)
    finally:
        close_old_connections()
