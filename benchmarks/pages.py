"""Measure the demo hub's main pages: `python -m benchmarks pages [rounds]`.

Each page is asked for in turn with the empty view /healthz, on SQLite, with the caches warm that
hold parts of pages. Times of one machine mean little, so what counts is the ratio to the empty
view of the same run.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import dataclass, field

import brotli

from benchmarks import hub

EMPTY_VIEW = "/healthz"
ROUNDS = 30


@dataclass
class Measured:
    """One address, with the most queries and the highest ratio of CPU time it may cost."""

    name: str
    path: str
    max_queries: int
    max_ratio: int
    cpu: list = field(default_factory=list)
    wall: list = field(default_factory=list)
    queries: int = 0
    weight: int = 0


def main(rounds=ROUNDS):
    """Print a line for each page: its queries, its time as a ratio, its weight."""
    rounds = int(rounds)
    with tempfile.TemporaryDirectory(prefix="qihub-bench-") as folder:
        hub.with_demo(folder)
        pages = _pages()
        _measure(pages, rounds)
    _report(pages)


def _pages():
    from resources.models import LibraryPage, ResourcePage

    english = ResourcePage.objects.live().filter(locale__language_code="en")
    longest = max(english.specific(), key=lambda page: len(str(getattr(page, "body", ""))))
    listing = LibraryPage.objects.live().filter(locale__language_code="en").first()
    word = max(longest.title.split(), key=len)
    return [
        Measured("empty view", EMPTY_VIEW, 0, 1),
        Measured("article", longest.get_url(), 10, 17),
        Measured("listing", listing.get_url(), 12, 40),
        Measured("search", f"/en/search/?q={word}", 10, 40),
        Measured("home", "/en/", 14, 45),
    ]


def _measure(pages, rounds):
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"host": "localhost"})
    for page in pages:
        client.get(page.path)
        with CaptureQueriesContext(connection) as captured:
            answer = client.get(page.path)
        if answer.status_code != 200:
            sys.exit(f"{page.path} answers {answer.status_code}.")
        page.queries = len(captured)
        page.weight = len(brotli.compress(b"".join(answer)))
    for _ in range(rounds):
        for page in pages:
            cpu, wall = time.process_time(), time.perf_counter()
            client.get(page.path)
            page.cpu.append(time.process_time() - cpu)
            page.wall.append(time.perf_counter() - wall)


def _report(pages):
    empty = pages[0]
    print(f"{'':12}{'SQL':>10}{'CPU/empty':>14}{'p50/empty':>11}{'KB brotli':>11}")
    for page in pages:
        cpu = statistics.median(page.cpu) / statistics.median(empty.cpu)
        wall = statistics.median(page.wall) / statistics.median(empty.wall)
        queries = f"{page.queries} of {page.max_queries}"
        ratio = f"{cpu:.1f} of {page.max_ratio}"
        print(f"{page.name:12}{queries:>10}{ratio:>14}{wall:>11.1f}{page.weight / 1000:>11.1f}")
