"""Measure search on one database: `python -m benchmarks.searching count folder`.

The environment names the empty database, and Elasticsearch if that is to answer.
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path

from benchmarks import hub, indexing
from benchmarks.measuring import HEAD, Line


def main(count, folder):
    """Make a hub, print a table, and leave its lines in `folder` as JSON."""
    count = int(count)
    given = ("DATABASE_URL", "ELASTICSEARCH_URL", "ELASTICSEARCH_INDEX_PREFIX")
    settings = {name: os.environ[name] for name in given if os.environ.get(name)}
    hub.set_up(folder, **settings, DJANGO_SETTINGS_MODULE="benchmarks.settings")
    from benchmarks import library

    library.Library(count).publish()
    print(f"\n{_engine()}, {count:,} resources, seed {library.SEED}\n{HEAD}", flush=True)
    lines = []
    for line in _lines(count):
        print(line, flush=True)
        lines.append(asdict(line))
    (Path(folder) / "lines.json").write_text(json.dumps(lines), encoding="utf-8")


def _lines(count):
    from django.db import connection

    yield from indexing.lines(count)
    from benchmarks import questions

    yield from questions.lines(count)
    if connection.vendor == "postgresql":
        scans = questions.plan_of_rare_word().count("Seq Scan")
        yield Line("sequential scans for a word in 0.1 %", scans, bar=0)


def _engine():
    from django.conf import settings
    from django.db import connection

    return "Elasticsearch" if settings.ELASTICSEARCH_URL else connection.vendor


if __name__ == "__main__":
    main(*sys.argv[1:])
