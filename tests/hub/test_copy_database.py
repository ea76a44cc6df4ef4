"""What cannot be copied is refused with one sentence.

That a hub is copied whole, and not over one that is in use, is shown in tests/docs.
"""

import os
import sqlite3
import subprocess
import sys

import pytest
from django.conf import settings


@pytest.fixture
def copy(tmp_path):
    """Return a function that copies the database at an address; it gives status and answer."""

    def copy_database(address):
        done = subprocess.run(
            [sys.executable, settings.BASE_DIR / "manage.py", "copy_database", address],
            env={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "hub.settings.base",
                "SECRET_KEY": "k" * 60,
                "DATABASE_URL": f"sqlite:///{tmp_path}/new.sqlite3",
            },
            capture_output=True,
            text=True,
        )
        return done.returncode, done.stderr.strip()

    return copy_database


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("mysql://hub:secret@host/hub", "FROM must begin with postgresql:// or sqlite:///"),
        ("sqlite:///no/such/file.sqlite3", "There is no file no/such/file.sqlite3"),
        ("postgresql://hub:secret@127.0.0.1:1/hub", "The database to copy cannot be opened"),
    ],
)
def test_a_database_that_cannot_be_had_is_refused(copy, address, says):
    status, said = copy(address)
    assert status == 1
    assert says in said and "secret" not in said
    assert len(said.splitlines()) == 1


def test_a_database_of_another_version_is_refused(copy, tmp_path):
    with sqlite3.connect(tmp_path / "old.sqlite3") as old:
        old.execute("CREATE TABLE django_migrations (id, app, name, applied)")
        old.execute("INSERT INTO django_migrations VALUES (1, 'home', '0001_initial', NULL)")
    status, said = copy(f"sqlite:///{tmp_path}/old.sqlite3")
    assert status == 1
    assert "not of the same version of the hub" in said
