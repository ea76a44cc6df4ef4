"""A hub of its own for the journeys: scratch database, demo and gunicorn, as in production."""

import os
import sqlite3
import sys
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from scripts import processes
from scripts.ports import free_port

ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "only-for-journeys"
START_SECONDS = 120


class HubServer:
    """The served hub; `url` is its address without the last slash.

    `settings` are environment variables that differ from those of the hub of most journeys.
    """

    def __init__(self, folder, database_url, **settings):
        self.folder = folder
        self.database_url = database_url
        self.media = folder / "media"
        self.log = folder / "server.log"
        self._settings = settings
        self._port = free_port()
        self._process = None

    @property
    def url(self):
        return f"http://localhost:{self._port}"

    @property
    def environment(self):
        """Settings of a small production hub; what a developer has set does not reach it."""
        inherited = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        return {
            **inherited,
            "PYTHONUNBUFFERED": "1",
            "TMPDIR": str(self.folder),
            "DJANGO_SETTINGS_MODULE": "hub.settings.base",
            "SECRET_KEY": "only-for-journeys-" + "x" * 50,
            "DEBUG": "false",
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": self.url,
            "DATABASE_URL": self.database_url,
            "ELASTICSEARCH_URL": "",
            "CACHE_URL": f"filecache://{self.folder / 'cache'}",
            "MEDIA_ROOT": str(self.media),
            "STATIC_ROOT": str(self.folder / "static"),
            "DEMO_PASSWORD": PASSWORD,
            **self._settings,
        }

    def prepare(self):
        """Migrate, load the demo and the stress pages, index, collect static files."""
        process = self._start("-m", "tests.journeys.prepare_hub")
        assert process.wait(600) == 0, self.log_text()

    def start(self):
        """Start gunicorn and return when /readyz answers 200."""
        options = (f"--bind=127.0.0.1:{self._port}", "--access-logformat=%(m)s %(U)s%(q)s %(s)s")
        self._process = self._start("-m", "gunicorn", *options, "hub.wsgi:application")
        deadline = time.monotonic() + START_SECONDS
        while not self._is_ready():
            assert self._process.poll() is None, self.log_text()
            assert time.monotonic() < deadline, self.log_text()
            time.sleep(0.1)

    def stop(self):
        """End gunicorn, if it runs."""
        if self._process:
            processes.stop(self._process)

    def log_text(self):
        """Return what the server has written; nothing once its files are deleted."""
        if not self.log.exists():
            return ""
        return self.log.read_text(encoding="utf-8", errors="replace")

    def count(self, table):
        """Return the number of rows of a table of the hub's database."""
        with closing(self._connect()) as connection:
            return connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]

    def _connect(self):
        if self.database_url.startswith("sqlite"):
            return sqlite3.connect(self.database_url.removeprefix("sqlite:///"))
        return psycopg.connect(self.database_url)

    def _start(self, *arguments):
        return processes.start(
            [sys.executable, *arguments], log=self.log, env=self.environment, cwd=ROOT
        )

    def _is_ready(self):
        try:
            with urllib.request.urlopen(f"{self.url}/readyz", timeout=10) as answer:
                return answer.status == 200
        except (urllib.error.URLError, OSError):
            return False


@contextmanager
def scratch_database(folder):
    """Give the address of an empty database of the kind the tests run on; it is deleted after."""
    url = os.environ.get("DATABASE_URL", "")
    if not url or url.startswith("sqlite"):
        yield f"sqlite:///{folder / 'hub.sqlite3'}"
        return
    name = f"journeys_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
    try:
        yield urlsplit(url)._replace(path=f"/{name}").geturl()
    finally:
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def running_hub():
    """Give a `HubServer` with the demo, stopped and deleted after."""
    with (
        tempfile.TemporaryDirectory(prefix="journeys-") as name,
        scratch_database(Path(name)) as database_url,
    ):
        server = HubServer(Path(name), database_url)
        server.prepare()
        try:
            server.start()
            yield server
        finally:
            server.stop()
