"""What every service for tests has in common: a scratch folder, a log, a start and a stop."""

import os
import shutil
import signal
import tempfile
import time
from pathlib import Path

from scripts import processes
from scripts.problem import Problem, run_program


class Service:
    """A server process for tests. Subclasses say how to prepare, start and recognise it."""

    name = ""
    patience = 120
    stop_signal = signal.SIGTERM

    def __init__(self):
        self.folder = None
        self.process = None
        self.user = processes.unprivileged_user()

    def prepare(self):
        """Fetch what is needed; may run in a thread beside other services' `prepare`."""
        raise NotImplementedError

    def spawn(self):
        """Start the process in `self.folder` and return it."""
        raise NotImplementedError

    def answers(self):
        """Whether the service is ready for work."""
        raise NotImplementedError

    @property
    def url(self):
        """The address by which the hub's settings name the service."""
        raise NotImplementedError

    @property
    def log(self):
        """The file that the process writes to."""
        return self.folder / "log"

    def start(self):
        """Start the process in a scratch folder of its own, without waiting for it."""
        self.folder = Path(tempfile.mkdtemp(prefix="qihub-"))
        self.own(self.folder)
        self.process = self.spawn()

    def own(self, path):
        """Give `path`, and all below it, to the user that the service runs as."""
        if self.user:
            for each in (path, *path.rglob("*")):
                shutil.chown(each, self.user)

    def wait(self):
        """Return when the service answers; raises Problem when it died or took too long."""
        deadline = time.monotonic() + self.patience
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise Problem(f"{self.name} did not start: {self.reason()}")
            time.sleep(0.25)

    def reason(self):
        """Return the line of the log that says best why the process did not start."""
        return processes.last_line(self.log)

    def stop(self):
        """Stop the process, if it was started, and remove its scratch folder."""
        if self.process:
            processes.stop(self.process, self.stop_signal)
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def environment(self):
        """Return the environment of the process: ours, with the scratch folder as its home."""
        return {**os.environ, "HOME": str(self.folder)}


def serve(service):
    """Run one service until Ctrl-C, printing its address: the main program of its module."""
    run_program(lambda: _serve(service))


def _serve(service):
    service.prepare()
    try:
        service.start()
        service.wait()
        print(service.url, flush=True)
        return service.process.wait()
    finally:
        service.stop()
