"""Measure search and indexing: `python -m benchmarks search [counts] [engines]`.

Counts are of resources (10000 without any), engines are sqlite (without any), postgresql and
elasticsearch, which are started for this. Of several counts, how times grew is shown too.
"""

import json
import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from benchmarks.measuring import HEAD, Line
from scripts.problem import Problem
from scripts.services.elasticsearch import Elasticsearch
from scripts.services.postgresql import PostgreSQL

COUNT = 10_000
SERVICES = {
    "sqlite": {},
    "postgresql": {"DATABASE_URL": PostgreSQL},
    "elasticsearch": {"ELASTICSEARCH_URL": partial(Elasticsearch, compiles_well=True)},
}
# From 1,000 to 50,000 resources; what every text has is searched for in every text.
MOST_GROWTH = 4
GROWING = ("results, word in 0.1 %", "results, word in one", "suggestions")


def main(*arguments):
    """Print a table for each engine and count; see the head of this file."""
    counts = [int(argument) for argument in arguments if argument.isdigit()] or [COUNT]
    engines = [argument for argument in arguments if not argument.isdigit()] or ["sqlite"]
    if unknown := set(engines) - SERVICES.keys():
        sys.exit(f"There is no engine {unknown.pop()!r}: choose from {', '.join(SERVICES)}.")
    try:
        for engine in engines:
            tables = [_measure(engine, count) for count in sorted(counts)]
            _report_growth(tables[0], tables[-1])
    except Problem as problem:
        sys.exit(str(problem))


def _measure(engine, count):
    with tempfile.TemporaryDirectory(prefix="qihub-bench-") as folder, _running(engine) as urls:
        given = {"DATABASE_URL": "", "ELASTICSEARCH_URL": "", **urls}
        command = [sys.executable, "-m", "benchmarks.searching", str(count), folder]
        if subprocess.run(command, env={**os.environ, **given}).returncode:
            sys.exit(1)
        lines = json.loads((Path(folder) / "lines.json").read_text(encoding="utf-8"))
        return {line["label"]: line["ours"] for line in lines}


@contextmanager
def _running(engine):
    """Give the addresses of the services of an engine, by setting; they end with the block."""
    with ExitStack() as stack:
        urls = {}
        for setting, kind in SERVICES[engine].items():
            service = kind()
            service.prepare()
            stack.callback(service.stop)
            service.start()
            service.wait()
            urls[setting] = service.url
        yield urls


def _report_growth(first, last):
    if first is last:
        return
    print(f"\nLast table against the first\n{HEAD}")
    for label, ours in last.items():
        if label.startswith(GROWING):
            print(Line(label, ours / first[label], bar=MOST_GROWTH, unit="times"))
