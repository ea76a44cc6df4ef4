"""Measure a page with a long chart: `python -m benchmarks charts [points]`.

The heaviest initiative of the demo gets a measure of so many points (500 without), as values and
as cases of a total, beside the same page with the same measure without points, in turns, on
SQLite, with the caches warm that hold parts of pages.
"""

import json
import random
import tempfile
from datetime import date, timedelta
from functools import partial

import brotli

from benchmarks import hub
from benchmarks.measuring import HEAD, Line, cpu, in_turn

POINTS, ROUNDS = 500, 30
MOST_TIMES, MOST_BYTES = 1.5, 14 * 1024
_FIRST = date(2016, 1, 4)


def main(points=POINTS):
    """Print what a chart of values, and one of cases, cost beside none."""
    count = int(points)
    with tempfile.TemporaryDirectory(prefix="qihub-bench-") as folder:
        hub.with_demo(folder)
        print(f"SQLite, {count:,} points\n{HEAD}")
        for line in _lines(count):
            print(line, flush=True)


def measure_of(points):
    """Return a measure of a stream, as it is stored, with these points."""
    value = {"name": "Asked each week", "unit": "%", "per": "100", "data": points}
    return {"type": "measure", "value": {**value, "goal": "90", "period": "week", "chart": "auto"}}


def values(count):
    """Return so many weekly shares, with one digit after the point."""
    chance = random.Random(7)
    return [
        {"when": when, "value": f"{chance.gauss(45 + 15 * (number > count / 2), 6):.1f}"}
        for number, when in enumerate(_weeks(count))
    ]


def cases(count):
    """Return so many weekly fractions, their totals between 80 and 220."""
    chance = random.Random(7)
    points = []
    for number, when in enumerate(_weeks(count)):
        total = chance.randint(80, 220)
        share = 0.45 + 0.15 * (number > count / 2)
        met = sum(chance.random() < share for _ in range(total))
        points.append({"when": when, "numerator": str(met), "denominator": str(total)})
    return points


def _weeks(count):
    return [(_FIRST + timedelta(weeks=number)).isoformat() for number in range(count)]


def _lines(count):
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    data = {"none": [], "values": values(count), "cases": cases(count)}
    gets = {name: partial(_get, client, address) for name, address in _pages(client, data).items()}
    taken = in_turn(cpu, rounds=ROUNDS, **gets)
    plain = taken.pop("none") * 1000
    for name, seconds in taken.items():
        bar = MOST_TIMES * plain
        yield Line(f"a page with a chart of {name}", seconds * 1000, plain, bar, "ms CPU")
    for name, get in gets.items():
        yield Line(f"weight, {name}", _weight(get()), bar=MOST_BYTES / 1000, unit="KB brotli")


def _pages(client, data):
    """Return addresses of copies of the demo's heaviest initiative, each with these points."""
    from resources.models import InitiativePage

    english = InitiativePage.objects.live().filter(locale__language_code="en")
    heaviest = max(english, key=lambda page: _weight(_get(client, page.get_url())))
    addresses = {}
    for name, points in data.items():
        page = heaviest.copy(update_attrs={"slug": f"chart-of-{name}"})
        page.measures = json.dumps([measure_of(points)])
        page.save_revision().publish()
        addresses[name] = page.get_url()
    return addresses


def _weight(response):
    """Return kilobytes of an answer, compressed as in the budgets of articles."""
    return len(brotli.compress(response.content)) / 1000


def _get(client, address):
    response = client.get(address)
    if response.status_code != 200:
        raise SystemExit(f"{address} answers {response.status_code}.")
    return response
