"""All linters, then all tests on SQLite and on PostgreSQL, with a real Elasticsearch node.

`python -m scripts.test [arguments for pytest]`, as `make test` does. The two runs go side by
side; each has its own database, media folder and prefix of search indexes. What depends on no
database, or brings its own, is tested in one of them.
"""

import os
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from scripts import lint, processes
from scripts.problem import run_program
from scripts.services import html_checker, packages, readers
from scripts.services.elasticsearch import Elasticsearch
from scripts.services.postgresql import PostgreSQL

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "var" / "log"
MAX_SECONDS = 75 * 60
# Hubs that tests set up and start by themselves, and what is looked at many times over: pages in
# a browser, every address and every word, what is typed there, and thousands of questions, points
# and histories of edits, which both databases answer alike.
OWN_HUBS = ("tests/services",)
MANY_TIMES = (
    "tests/demo/test_marked_pages.py",
    "tests/demo/test_pseudo_locale.py",
    "tests/journeys/test_accessibility.py",
    "tests/journeys/test_every_page.py",
    "tests/journeys/test_points_of_a_file.py",
    "tests/journeys/test_writing.py",
    "tests/measures/test_drawing.py",
    "tests/measures/test_limits.py",
    "tests/measures/test_pictures.py",
    "tests/measures/test_reading.py",
    "tests/measures/test_rules.py",
    "tests/search/test_known_items.py",
    "tests/translations/exchange/test_round_trips.py",
    "tests/translations/test_freshness_holds.py",
    "tests/translations/test_team_addresses.py",
)
NOTO_FONTS = Path("/usr/share/fonts/truetype/noto")


@dataclass
class Run:
    """One run of pytest; `log` is None where its output is shown as it comes."""

    name: str
    environment: dict
    folder: Path
    passed_over: tuple = ()
    log: Path | None = None
    process: object = None

    @property
    def report(self):
        return self.folder / "report.xml"


@dataclass(frozen=True)
class Outcome:
    """What became of one run's tests."""

    passed: int
    failed: int
    skipped: int


def main():
    services = [PostgreSQL(), Elasticsearch()]
    try:
        tools = prepare(services)
        for service in services:
            service.start()
        complaints = lint.run_checks()
        for service in services:
            service.wait()
        with tempfile.TemporaryDirectory(prefix="qihub-tests-") as folder:
            # Services that tests start in it may run as another user, who has to get through.
            Path(folder).chmod(0o711)
            outcomes = run_tests(services, tools, Path(folder), sys.argv[1:])
    finally:
        for service in services:
            service.stop()
    return summarise(complaints, outcomes)


def prepare(services):
    """Fetch and install what is missing; returns the settings that tell tests of their tools."""
    print("Making the services ready…", flush=True)
    with ThreadPoolExecutor() as pool:
        pending = [pool.submit(service.prepare) for service in services]
        pending.append(pool.submit(readers.prepare))
        checker = pool.submit(html_checker.prepare)
        browser = packages.require_program("chromium", "chromium", "Testing in a browser")
        packages.require_program("curl", "curl", "Typing the commands of the docs")
        packages.require_program("msgfmt", "gettext", "Checking PO files")
        if not NOTO_FONTS.exists():
            packages.install("fonts-noto-core", "Testing pages in every script")
        for each in pending:
            each.result()
        return {"CHROMIUM": browser, "VNU_JAR": str(checker.result())}


def run_tests(services, tools, folder, arguments):
    """Run pytest on both databases at once; returns each run's name and Outcome."""
    postgresql, elasticsearch = services
    common = {
        **os.environ,
        **tools,
        "REQUIRE_SERVICES": "1",
        "ELASTICSEARCH_URL": elasticsearch.url,
    }
    common.pop("DATABASE_URL", None)
    LOGS.mkdir(parents=True, exist_ok=True)
    runs = [
        _run("sqlite", common, folder, OWN_HUBS),
        _run(
            "postgresql",
            {**common, "DATABASE_URL": postgresql.url},
            folder,
            MANY_TIMES,
            show=False,
        ),
    ]
    try:
        for run in runs:
            run.process = _start(run, arguments)
        for run in runs:
            run.process.wait(MAX_SECONDS)
    finally:
        for run in runs:
            if run.process:
                processes.stop(run.process)
    for run in runs:
        if run.log:
            print(f"\nThe tests on {run.name}:\n{run.log.read_text(encoding='utf-8')}", flush=True)
    return {run.name: read_report(run) for run in runs}


def _run(name, environment, folder, passed_over=(), show=True):
    own = folder / name
    own.mkdir()
    settings = {
        "MEDIA_ROOT": str(own / "media"),
        "TMPDIR": str(own),
        "ELASTICSEARCH_INDEX_PREFIX": f"qihub_{name}",
    }
    log = None if show else LOGS / f"tests-{name}.log"
    if log:
        log.unlink(missing_ok=True)
    return Run(name, {**environment, **settings}, own, passed_over, log)


def _start(run, arguments):
    options = ["--junit-xml", run.report, "--durations=5", "-p", "no:cacheprovider"]
    # Whoever names tests wants these, wherever.
    options += [] if arguments else [f"--ignore={path}" for path in run.passed_over]
    return processes.start(
        [sys.executable, "-m", "pytest", *options, *arguments],
        log=run.log,
        env=run.environment,
        cwd=ROOT,
    )


def read_report(run):
    """Return the Outcome that a finished run reported; one that reported nothing has failed."""
    if not run.report.exists():
        return Outcome(passed=0, failed=1, skipped=0)
    suite = ElementTree.parse(run.report).getroot().find("testsuite")
    count = {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}
    failed = count["failures"] + count["errors"]
    # pytest may fail without a failed test: no test found, or a broken option.
    failed = failed or int(run.process.returncode != 0)
    return Outcome(max(count["tests"] - failed - count["skipped"], 0), failed, count["skipped"])


def summarise(complaints, outcomes):
    """Print what came out; returns whether anything failed. A test skipped is a test not run."""
    for name, outcome in outcomes.items():
        print(f"On {name}: {outcome}")
    print(f"Linters: {', '.join(complaints) + ' failed' if complaints else 'clean'}")
    failed = sum(outcome.failed + outcome.skipped for outcome in outcomes.values())
    passed = sum(outcome.passed for outcome in outcomes.values())
    print(f"{passed} passed, {failed + len(complaints)} failed", flush=True)
    return bool(failed or complaints)


if __name__ == "__main__":
    run_program(main)
