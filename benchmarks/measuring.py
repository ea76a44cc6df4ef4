"""Times measured in turn, so that a busy machine is as unkind to one as to the other."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

ROUNDS = 7


@dataclass(frozen=True)
class Line:
    """One line of a table: what was measured, its reference, and the most or least it may be.

    `unit` says of which figures these are; a bar of None stands for a figure only to be seen.
    """

    label: str
    ours: float
    reference: float | None = None
    bar: float | None = None
    unit: str = ""
    at_least: bool = False

    def __str__(self):
        reference = "" if self.reference is None else f"{self.reference:,.1f}"
        bar, verdict = "", ""
        if self.bar is not None:
            bar = f"{self.bar:,.1f}"
            kept = self.ours >= self.bar if self.at_least else self.ours <= self.bar
            verdict = "ok" if kept else "MISSED"
        return f"{self.label:46}{self.ours:>10,.1f}{reference:>12}{bar:>10}  {verdict:7}{self.unit}"


HEAD = f"{'':46}{'ours':>10}{'reference':>12}{'bar':>10}"


def in_turn(
    clock: Callable[[], float], rounds: int = ROUNDS, **functions: Callable[[], object]
) -> dict[str, float]:
    """Return the median seconds that each function takes by `clock`, after one call unmeasured."""
    times = {name: [] for name in functions}
    for function in functions.values():
        function()
    for _ in range(rounds):
        for name, function in functions.items():
            start = clock()
            function()
            times[name].append(clock() - start)
    return {name: statistics.median(each) for name, each in times.items()}


cpu, wall = time.process_time, time.perf_counter
