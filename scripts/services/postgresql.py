"""A PostgreSQL server for tests: `python -m scripts.services.postgresql` until Ctrl-C."""

import signal
import subprocess
from pathlib import Path

from scripts import processes
from scripts.ports import free_port
from scripts.problem import Problem
from scripts.services import packages
from scripts.services.service import Service, serve

ROLE = "qihub"
# What is lost in a crash of the test server is of no value, so it never waits for the disk.
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgreSQL(Service):
    """An empty server with the database `qihub`, open to this machine only."""

    name = "PostgreSQL"
    stop_signal = signal.SIGINT  # a fast shutdown, which does not wait for clients

    def __init__(self):
        super().__init__()
        self.port = free_port()

    @property
    def url(self):
        return f"postgresql://{ROLE}@127.0.0.1:{self.port}/{ROLE}"

    def prepare(self):
        if not _programs():
            packages.install("postgresql", "Testing on PostgreSQL")

    def spawn(self):
        programs = _programs()
        if not programs:
            raise Problem("PostgreSQL's programs are missing: apt-get install postgresql as root.")
        data = self.folder / "data"
        self._run(
            programs / "initdb",
            *("-D", data, "-U", ROLE, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"),
        )
        options = [f"-c{option}" for option in (*FAST, "listen_addresses=127.0.0.1")]
        return processes.start(
            [programs / "postgres", "-D", data, "-p", self.port, "-k", self.folder, *options],
            log=self.log,
            env=self.environment(),
            cwd=self.folder,
            user=self.user,
        )

    def answers(self):
        connection = ("-h", "127.0.0.1", "-p", self.port, "-U", ROLE)
        if self._status(_programs() / "pg_isready", *connection) != 0:
            return False
        self._run(_programs() / "createdb", *connection, ROLE)
        return True

    def _run(self, *command):
        if self._status(*command) != 0:
            raise Problem(f"{command[0].name} failed: {processes.last_line(self.log)}")

    def _status(self, *command):
        process = processes.start(
            command, log=self.log, env=self.environment(), cwd=self.folder, user=self.user
        )
        try:
            return process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            processes.stop(process)
            return process.returncode


def _programs():
    """Return the folder of the newest server programs that Debian's packages brought, or None."""
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: float(path.parts[4]), default=None)
    return newest and newest.parent


if __name__ == "__main__":
    serve(PostgreSQL())
