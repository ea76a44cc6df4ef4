"""Six people who save one answer at the same moment lose none of their texts."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.journeys.hub_server import ROOT, HubServer, scratch_database
from tests.services.writing_at_once import KEYSTROKES, PEOPLE


@pytest.fixture
def kept():
    """The texts that are kept, each with how it stands, on a database of their own."""
    with (
        tempfile.TemporaryDirectory(prefix="races-") as name,
        scratch_database(Path(name)) as database_url,
    ):
        hub = HubServer(Path(name), database_url)
        run(hub, "manage.py", "migrate", "--verbosity=0")
        yield json.loads(run(hub, "-m", "tests.services.writing_at_once"))


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


def test_everybodys_last_words_are_kept_and_one_text_is_the_answer(kept):
    assert [text for text, _standing in kept] == [
        f"{number}:" + "x" * KEYSTROKES for number in range(PEOPLE)
    ]
    standings = sorted(standing for _text, standing in kept)
    assert standings == ["current"] + ["rival"] * (PEOPLE - 1)
