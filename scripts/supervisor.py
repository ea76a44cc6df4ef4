"""Keeping the hub's processes alive and their logs small, and ending them together."""

import os
import shutil
import time
from dataclasses import dataclass, field

from scripts import processes
from scripts.problem import Problem

MAX_RESTARTS = 5
RESTARTS_WITHIN = 60
MAX_LOG_BYTES = 10_000_000


@dataclass
class Child:
    """A process to keep alive; `log` is the file that it writes to."""

    name: str
    command: list
    log: object
    process: object = None
    starts: list = field(default_factory=list)


class Supervisor:
    """Starts children in `cwd` with `environment`, and restarts those that die."""

    def __init__(self, environment, cwd):
        self.children = []
        self.environment = environment
        self.cwd = cwd

    def start(self, child):
        """Start a child and look after it from now on."""
        self.children.append(child)
        self._start(child)

    def check(self):
        """Restart each child that has died, and put full logs aside.

        Raises Problem when a child keeps dying.
        """
        for child in self.children:
            if child.process.poll() is not None:
                self._restart(child)
            if os.path.getsize(child.log) > MAX_LOG_BYTES:
                put_aside(child.log)

    def stop(self):
        """End every child: all are told first, then each is waited for."""
        running = [child.process for child in self.children if child.process]
        for process in running:
            process.terminate()
        for process in running:
            processes.stop(process)

    def _start(self, child):
        child.starts.append(time.monotonic())
        child.process = processes.start(
            child.command, log=child.log, env=self.environment, cwd=self.cwd
        )

    def _restart(self, child):
        since = time.monotonic() - RESTARTS_WITHIN
        child.starts = [start for start in child.starts if start > since]
        if len(child.starts) > MAX_RESTARTS:
            reason = processes.last_line(child.log)
            raise Problem(f"The {child.name} keeps stopping: {reason} (all of it: {child.log})")
        print(f"The {child.name} stopped and is started again.", flush=True)
        self._start(child)


def put_aside(log):
    """Move what is in a file that a process writes to into `<log>.1`, in place of what is there.

    The file is emptied, not replaced, because the process goes on writing to it.
    """
    shutil.copyfile(log, f"{log}.1")
    os.truncate(log, 0)
