"""Two requests cannot close a circle of adoptions that neither of them would close alone."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.journeys.hub_server import ROOT, HubServer, scratch_database


@pytest.fixture(scope="module")
def races():
    """What came of the races, run on a database of their own."""
    with (
        tempfile.TemporaryDirectory(prefix="races-") as name,
        scratch_database(Path(name)) as database_url,
    ):
        hub = HubServer(Path(name), database_url)
        run(hub, "manage.py", "migrate", "--verbosity=0")
        yield json.loads(run(hub, "-m", "tests.services.closing_circles"))


def run(hub, *arguments):
    result = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=hub.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def test_the_other_half_of_a_circle_waits_for_the_first_and_is_refused(races):
    assert races["held"] == ["kept waiting", "refused"]


def test_of_all_who_close_a_ring_at_once_one_is_refused(races):
    assert races["ring"] == ["refused"] + ["saved"] * (len(races["ring"]) - 1)
