"""An operator who does what docs/operating.md says has a hub, and keeps it."""

import re
import shutil
import tarfile
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from scripts import processes

from .browsing import Browser
from .database import Database
from .old_hub import require_old_hub
from .pages import blocks, text_of

PAGE = "docs/operating.md"
HOST = "hub.example.org"
PASSWORD = "once-seen-never-guessed"
# A backup of a hub from before case studies and podcasts, made as the page says.
BACKUP = Path(__file__).parent / "data" / "backup-of-november-2026.tar.xz"
START_SECONDS = 120


def services():
    """The three commands that the page gives to systemd."""
    units = "".join(blocks(PAGE, "Keep it running", "ini"))
    web, worker, scheduler = re.findall(r"^ExecStart=(.*)$", units, re.MULTILINE)
    return web, worker, scheduler


@contextmanager
def served(clone):
    """Start the web server as a service; wait as one who watches its health would."""
    alive, ready = blocks(PAGE, "Health and logs")[0].splitlines()
    process = clone.start(services()[0])
    deadline = time.monotonic() + START_SECONDS
    try:
        while not clone.run(f"{alive} || true"):
            assert process.poll() is None and time.monotonic() < deadline
            time.sleep(0.3)
        assert '"status": "ok"' in clone.run(ready)
        yield Browser(clone.port, HOST)
    finally:
        processes.stop(process)
    assert process.returncode == 0


def test_a_hub_begins_without_the_demo(clone, server):
    settings, database, administrator = blocks(PAGE, "Start without the demo")
    clone.run(settings)
    assert (clone.folder / ".env").stat().st_mode & 0o777 == 0o600
    if server:
        clone.run(blocks(PAGE, "PostgreSQL")[0])
    clone.run(database)
    clone.answer(administrator, [("Password:", PASSWORD), ("Password (again):", PASSWORD)])
    share_cache(clone)
    behind = [clone.start(command) for command in services()[1:]]
    with served(clone) as browser:
        assert browser.get("/en/")[0] == 200
        assert browser.get("/en/guides/")[0] == 200
        assert browser.sign_in("admin", PASSWORD)
        import_and_export(clone)
        assert "Kangaroo Mother Care" in browser.get("/en/search/?q=kangaroo")[2]
    for process in behind:
        assert process.poll() is None
        processes.stop(process)
        assert process.returncode == 0


def share_cache(clone):
    """Let the processes keep their cache in the database, as several machines do."""
    (setting,) = re.findall(r"`(CACHE_URL=\S+)`", text_of(PAGE))
    (make_table,) = blocks(PAGE, "Several machines")
    clone.run(f"echo {setting} >> .env\n{make_table}")


def import_and_export(clone):
    """Do what docs/importing.md shows."""
    page = "docs/importing.md"
    (table,) = blocks(page, "Importing resources", "csv")
    (clone.folder / "initiatives.csv").write_text(table, encoding="utf-8")
    assert "1 created" in clone.run(blocks(page, "Importing resources")[0])
    assert "0 created, 0 updated, 1 unchanged" in clone.run(blocks(page, "Exporting resources")[0])
    (terms,) = blocks(page, "Loading terms", "csv")
    (clone.folder / "terms.csv").write_text(terms, encoding="utf-8")
    assert "3 created" in clone.run(blocks(page, "Loading terms")[0])
    loaded = clone.run(blocks(page, "For the glossary")[0])
    assert re.findall(r"(\d+) created", loaded) == ["2", "253"]


@pytest.fixture
def old_hub(clone):
    """A clone of this version beside the backup of an older one."""
    with tarfile.open(BACKUP) as backup:
        backup.extractall(clone.folder)
    return clone


def test_a_hub_is_restored_upgraded_backed_up_and_moved(old_hub, server):
    get_version, follow_it = blocks(PAGE, "Upgrade")
    restore = [*blocks(PAGE, "Restore"), *blocks(PAGE, "Restore SQLite")]
    file = Database(f"sqlite:///{old_hub.folder}/var/db.sqlite3")

    for commands in (*restore, get_version, follow_it):
        old_hub.run(commands)
    rows = file.count_rows()
    shutil.rmtree(old_hub.folder / "backup")
    for commands in blocks(PAGE, "Back up SQLite"):
        old_hub.run(commands)
    shutil.rmtree(old_hub.folder / "var" / "media")
    for lost in (".env", "var/db.sqlite3"):
        (old_hub.folder / lost).unlink()
    for commands in restore:
        old_hub.run(commands)
    assert file.count_rows() == rows

    for commands in blocks(PAGE, "From SQLite to PostgreSQL"):
        old_hub.run(commands)
    again = old_hub.run("! .venv/bin/python manage.py copy_database sqlite:///var/db.sqlite3")
    assert "in use: there are users in it" in again
    moved = Database(old_hub.database_url)
    assert moved.count_rows() == file.count_rows()
    assert moved.revisions() == file.revisions()
    if server:
        for commands in blocks(PAGE, "Back up PostgreSQL"):
            old_hub.run(commands)
        moved.empty()
        for commands in blocks(PAGE, "Restore PostgreSQL"):
            old_hub.run(commands)
    with served(old_hub) as browser:
        require_old_hub(browser, moved)
