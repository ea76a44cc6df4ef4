"""Everything that can be said about the code without running its tests: `make lint`."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.problem import run_program

ROOT = Path(__file__).resolve().parent.parent
PROGRAMS = Path(sys.executable).parent
CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("djlint", "--quiet", "--lint", "templates"),
    ("djlint", "--quiet", "--check", "templates"),
    ("lint-imports",),
    ("python", "manage.py", "makemigrations", "--check", "--dry-run"),
    ("python", "manage.py", "check", "--deploy", "--fail-level", "WARNING"),
)


def main():
    failures = run_checks()
    print(f"{len(failures)} of {len(CHECKS)} linters complain." if failures else "Linters: clean.")
    return bool(failures)


def run_checks():
    """Run every linter, showing what they complain about; returns the failed commands' names."""
    with tempfile.TemporaryDirectory(prefix="qihub-lint-") as folder:
        environment = _production(folder)
        return [" ".join(check) for check in CHECKS if not _passes(check, environment)]


def _passes(check, environment):
    program, *arguments = check
    result = subprocess.run(
        [PROGRAMS / program, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    print(f"{'ok    ' if result.returncode == 0 else 'FAILED'}  {' '.join(check)}", flush=True)
    if result.returncode != 0:
        print(result.stdout, flush=True)
    return result.returncode == 0


def _production(folder):
    """Return an environment like that of a hub in production, with an empty database."""
    return {
        **os.environ,
        "DEBUG": "false",
        "SECRET_KEY": secrets.token_urlsafe(50),
        "SITE_URL": "https://hub.example.org",
        "ALLOWED_HOSTS": "hub.example.org",
        "DATABASE_URL": f"sqlite:///{folder}/db.sqlite3",
    }


if __name__ == "__main__":
    run_program(main)
