"""What happens at the same moment is tried in a program of its own, on a database of its own."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.journeys.hub_server import ROOT, HubServer, scratch_database


def result_of(module):
    """Return what a module prints as JSON when it is run in an empty hub."""
    with (
        tempfile.TemporaryDirectory(prefix="races-") as name,
        scratch_database(Path(name)) as database_url,
    ):
        hub = HubServer(Path(name), database_url)
        _run(hub, "manage.py", "migrate", "--verbosity=0")
        return json.loads(_run(hub, "-m", module))


def _run(hub, *arguments):
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
