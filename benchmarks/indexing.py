"""How fast, and in how much memory, the hub's indexes are made, beside Wagtail's own."""

import os
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hub import STOCK
from benchmarks.measuring import Line

LEAST_OF_STOCK = 0.8
MOST_MORE_MEGABYTES = 200
_SECONDS_BETWEEN_LOOKS = 0.2


@dataclass(frozen=True)
class Run:
    """What a command took: seconds on the clock, and megabytes at its peak with its helpers."""

    seconds: float
    megabytes: float


def lines(count: int) -> list[Line]:
    """Make all indexes of `count` resources, each in a process of its own; return what it took."""
    check = _run("check")
    stock = _run("update_index", "--backend", STOCK, "--verbosity", "0")
    ours = _run("update_index", "--verbosity", "0", DJANGO_SETTINGS_MODULE="hub.settings.base")
    speed, reference = count / ours.seconds, count / stock.seconds
    return [
        Line(
            "update_index, all of it",
            *(speed, reference, LEAST_OF_STOCK * reference),
            *("resources a second; stock", True),
        ),
        Line(
            "update_index, memory",
            *(ours.megabytes, check.megabytes, check.megabytes + MOST_MORE_MEGABYTES),
            unit="MB at the peak; manage.py check",
        ),
    ]


def _run(*command, **settings):
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "manage.py", *command],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "benchmarks.settings", **settings},
        stdout=subprocess.DEVNULL,
    )
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, _megabytes(str(process.pid)))
        with suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS_BETWEEN_LOOKS)
    if process.returncode:
        sys.exit(f"manage.py {' '.join(command)} failed.")
    return Run(time.perf_counter() - start, peak)


def _megabytes(process):
    """Return the memory of a process and of those that it started, what they share once."""
    own = Path("/proc", process)
    try:
        sizes = dict(line.split()[:2] for line in (own / "smaps_rollup").read_text().splitlines())
        children = (own / "task" / process / "children").read_text().split()
    except OSError:
        return 0
    return int(sizes["Pss:"]) / 1024 + sum(map(_megabytes, children))
