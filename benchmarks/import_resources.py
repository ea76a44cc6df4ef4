"""Measure an import of many rows: `python -m benchmarks import_resources [rows]`.

The same run publishes pages one by one as an editor's browser would, and shows how many times as
many an import writes in the same time. Times of one machine mean little; the ratio says more.
"""

import csv
import random
import tempfile
import time
from pathlib import Path

from benchmarks import hub

ROWS = 10_000
ONE_BY_ONE = 100
WORDS = ("newborn", "mother", "ward", "infection", "oxygen", "checklist", "audit", "team", "nurse")
OUTCOMES = ("worked", "not_sustained", "mixed", "did_not_work")


def main(rows=ROWS):
    """Print how long a page takes, published alone and imported among many."""
    rows = int(rows)
    with tempfile.TemporaryDirectory(prefix="qihub-bench-") as folder:
        hub.set_up(folder)
        file = Path(folder) / "rows.csv"
        write_rows(file, rows)
        single = publish_one_by_one()
        bulk = import_rows(file) / rows
    print(f"one by one   {ONE_BY_ONE:>7,} pages  {single * 1000:8.1f} ms a page")
    print(
        f"import       {rows:>7,} pages  {bulk * 1000:8.1f} ms a page  {bulk * rows:8.1f} s in all"
    )
    print(f"an import is {single / bulk:.1f} times as fast")


def write_rows(file, rows):
    """Write a CSV file of papers that do not exist, the same at every run."""
    choose = random.Random(1).choices
    records = [_row(number, lambda most: " ".join(choose(WORDS, k=most))) for number in range(rows)]
    with file.open("w", newline="") as handle:
        writer = csv.DictWriter(handle, fieldnames=list(records[0]))
        writer.writeheader()
        writer.writerows(records)


def _row(number, words):
    return {
        "title": f"{words(12)} {number}",
        "doi": f"10.5555/row.{number}",
        "url": f"https://example.org/row/{number}",
        "authors": f"Author{number}, A; Author{number}, B; Author{number}, C",
        "journal": "Journal of Examples",
        "year": 2000 + number % 25,
        "volume": number % 40,
        "issue": number % 6,
        "summary": words(60),
        "problem": words(120),
        "result": words(120),
        "countries": "IN",
        "outcome": OUTCOMES[number % len(OUTCOMES)],
        "keywords": "; ".join(words(3).split()),
    }


def publish_one_by_one():
    """Return the seconds that one page takes when it is added and published by itself."""
    from resources.models import InitiativePage, LibraryPage

    section = LibraryPage.objects.filter(holds="initiative").get()
    start = time.perf_counter()
    for number in range(ONE_BY_ONE):
        page = InitiativePage(title=f"Page {number}", summary="Summary.", locale=section.locale)
        section.add_child(instance=page)
        page.save_revision().publish()
    return (time.perf_counter() - start) / ONE_BY_ONE


def import_rows(file):
    """Return the seconds that an import takes, indexes and all."""
    from django.core.management import call_command

    start = time.perf_counter()
    call_command("import_resources", str(file), "--type", "initiative", "--publish")
    return time.perf_counter() - start
