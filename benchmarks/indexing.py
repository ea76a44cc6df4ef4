"""How fast, and in how much memory, the hub's indexes are made, beside Wagtail's own."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass

from benchmarks.hub import STOCK
from benchmarks.measuring import Line

LEAST_OF_STOCK = 0.8
MOST_MORE_MEGABYTES = 200


@dataclass(frozen=True)
class Run:
    """What a command took: seconds on the clock, and megabytes at its peak."""

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
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"manage.py {' '.join(command)} failed.")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1024)
