"""The steps between a clone and a hub that can be served, each done only when it is due."""

import hashlib
import json
import sys
from dataclasses import dataclass

from scripts import processes
from scripts.problem import Problem


@dataclass(frozen=True)
class Step:
    """A management command that is due again when one of its files or settings changes."""

    title: str
    command: tuple[str, ...]
    files: tuple[str, ...]
    settings: tuple[str, ...] = ()
    # Why the hub can be served all the same when the step fails; empty when it cannot.
    consolation: str = ""


MIGRATIONS = ("*/migrations/*.py", "requirements/base.txt")
DEMO = (*MIGRATIONS, "hub/demo/**/*")
STEPS = (
    # Migrating also writes the site's address into the database.
    Step(
        "Migrating the database",
        ("migrate", "--noinput"),
        MIGRATIONS,
        ("DATABASE_URL", "SITE_URL"),
    ),
    Step("Loading the demo", ("load_demo",), DEMO, ("DATABASE_URL", "DEMO_PASSWORD")),
    Step(
        "Building the search index",
        ("update_index",),
        (*DEMO, "search/**/*.py"),
        ("DATABASE_URL", "ELASTICSEARCH_URL", "ELASTICSEARCH_INDEX_PREFIX"),
        "Search will find too little until `manage.py update_index` succeeds.",
    ),
    Step(
        "Collecting static files",
        ("collectstatic", "--noinput"),
        ("static/**/*", "*/static/**/*", "requirements/base.txt"),
    ),
)


class Preparation:
    """The steps of the clone at `root`, with what is done already kept in its `var/`."""

    def __init__(self, root, environment):
        self.root = root
        self.environment = environment
        self.log = root / "var" / "log" / "setup.log"
        self.stamps = root / "var" / "prepared.json"

    def run(self):
        """Do every step that is due, telling of each; raises Problem when one fails."""
        self.log.parent.mkdir(parents=True, exist_ok=True)
        done = self._done()
        for number, step in enumerate(STEPS, start=1):
            key = self._key(step)
            due = done.get(step.title) != key
            print(f"{number}/{len(STEPS)} {step.title}{'…' if due else ': done'}", flush=True)
            if due and self._do(step):
                done[step.title] = key
                self._remember(done)

    def _done(self):
        database = self.root / "var" / "db.sqlite3"
        if not self.environment.get("DATABASE_URL") and not database.exists():
            return {}
        try:
            return json.loads(self.stamps.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def _remember(self, done):
        # The rename is all or nothing, so a kill in between leaves the old file whole.
        unfinished = self.stamps.with_suffix(".new")
        unfinished.write_text(json.dumps(done), encoding="utf-8")
        unfinished.rename(self.stamps)

    def _key(self, step):
        digest = hashlib.sha256()
        for path in self._files(step):
            digest.update(str(path.relative_to(self.root)).encode())
            digest.update(path.read_bytes())
        for name in step.settings:
            digest.update(f"{name}={self.environment.get(name, '')}".encode())
        return digest.hexdigest()

    def _files(self, step):
        found = {path for pattern in step.files for path in self.root.glob(pattern)}
        made = {self.root / ".venv", self.root / "var"}
        return sorted(
            path
            for path in found
            if path.is_file() and path.suffix != ".pyc" and not made.intersection(path.parents)
        )

    def _do(self, step):
        """Do one step; returns whether it succeeded."""
        if manage(self.root, self.environment, step.command, self.log) == 0:
            return True
        reason = processes.last_line(self.log)
        if not step.consolation:
            raise Problem(f"{step.title} failed: {reason} (all of it: {self.log})")
        print(f"    This failed: {reason} {step.consolation}", flush=True)
        return False


def manage(root, environment, command, log):
    """Run a management command, its output added to the file `log`; returns its exit code."""
    process = processes.start(
        [sys.executable, "manage.py", *command], log=log, env=environment, cwd=root
    )
    try:
        return process.wait()
    finally:
        processes.stop(process)
