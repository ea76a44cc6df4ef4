"""A clone of the hub to follow the documentation in, as an operator would."""

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

from scripts import processes
from scripts.ports import free_port

from .pages import ROOT

DATABASE_IN_THE_DOCS = "postgresql://hub:PASSWORD@127.0.0.1:5432/hub"
MOST_SECONDS = 300


class Clone:
    """What git has, and what is not committed yet, with the packages of those who run the tests.

    `database_url` stands wherever the documentation names a database of PostgreSQL.
    """

    def __init__(self, folder, database_url=""):
        self.folder = folder / "clone"
        self.home = folder / "home"
        self.home.mkdir()
        self.database_url = database_url
        self.port = free_port()
        _clone(folder / "origin.git", self.folder)
        _lend_packages(self.folder)

    @property
    def environment(self):
        """Settings come from the clone's .env, nothing from whoever runs the tests."""
        return {
            "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(self.home),
            "TMPDIR": str(self.home),
            "LANG": "C.UTF-8",
            "PYTHONUNBUFFERED": "1",
        }

    def run(self, commands, **variables):
        """Run a block of commands and return what it prints; each of them must succeed.

        `variables` are what the reader has exported before.
        """
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", self._own(commands)],
            cwd=self.folder,
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=MOST_SECONDS,
        )
        assert done.returncode == 0, f"{commands}\n{done.stdout}"
        return done.stdout

    def answer(self, command, answers):
        """Run one command at a terminal, where it asks for each key of `answers`."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execvpe("bash", ["bash", "-euc", self._own(command)], self.environment)
        said = b""
        for asked, reply in answers:
            while asked.encode() not in said:
                more = _read(terminal)
                assert more, f"It ended before it asked for {asked!r}: {said.decode()}"
                said += more
            said = b""
            os.write(terminal, f"{reply}\n".encode())
        while more := _read(terminal):
            said += more
        os.close(terminal)
        _pid, status = os.waitpid(child, 0)
        assert os.waitstatus_to_exitcode(status) == 0, said.decode()

    def start(self, command):
        """Start a program of a service of the documentation; return its process."""
        own = self._own(command).replace("/srv/hub", str(self.folder)).split()
        log = self.home / f"{'-'.join(own[-2:]).replace('/', '-')}.log"
        return processes.start(own, log=log, env=self.environment, cwd=self.folder)

    def _own(self, commands):
        if DATABASE_IN_THE_DOCS in commands:
            assert self.database_url, "The test gives no database to put into the commands."
            commands = commands.replace(DATABASE_IN_THE_DOCS, self.database_url)
        return commands.replace("127.0.0.1:8000", f"127.0.0.1:{self.port}")


def _read(terminal):
    """Return what a program has written to its terminal, nothing once it has ended."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def _git(folder, *arguments):
    return subprocess.run(
        ["git", *arguments], cwd=folder, capture_output=True, text=True, check=True
    ).stdout


def _clone(origin, folder):
    """Clone the last commit by way of `origin`, then add what the work tree has changed."""
    _git(ROOT, "init", "--quiet", "--bare", "--initial-branch=main", origin)
    _git(origin, "fetch", "--quiet", "--depth=1", ROOT.as_uri(), "HEAD:refs/heads/main")
    _git(ROOT, "clone", "--quiet", origin.as_uri(), folder)
    for name in _git(ROOT, "ls-files", "--deleted").splitlines():
        (folder / name).unlink(missing_ok=True)
    changed = _git(ROOT, "ls-files", "--modified", "--others", "--exclude-standard").splitlines()
    for name in filter(os.path.exists, (ROOT / each for each in changed)):
        target = folder / name.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(name, target)


def _lend_packages(folder):
    """Give the clone a .venv and catalogues that make takes for its own, to save minutes."""
    for catalogue in (ROOT / "locale").rglob("*.mo"):
        shutil.copy(catalogue, folder / catalogue.relative_to(ROOT))
    packages = folder / ".venv"
    packages.mkdir()
    for path in Path(sys.prefix).iterdir():
        (packages / path.name).symlink_to(path)
    for name in ("base", "test"):
        stamp = packages / f"{name}.stamp"
        stamp.unlink(missing_ok=True)
        stamp.touch()
