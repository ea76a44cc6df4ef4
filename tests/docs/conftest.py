"""Databases and clones to follow the documentation with."""

import os
import re
from contextlib import contextmanager
from urllib.parse import urlsplit

import psycopg
import pytest

from .clone import Clone
from .pages import blocks


@pytest.fixture(scope="session")
def server():
    """The address of the PostgreSQL that this run of the tests is given, empty for SQLite."""
    url = os.environ.get("DATABASE_URL", "")
    return "" if url.startswith("sqlite") else url


@pytest.fixture
def new_database(server, tmp_path_factory):
    """The address of an empty database, made as docs/operating.md says where it is PostgreSQL."""
    if not server:
        yield f"sqlite:///{tmp_path_factory.mktemp('database')}/new.sqlite3"
        return
    with database_of_the_docs(server) as url:
        yield url


@pytest.fixture
def clone(tmp_path_factory, new_database):
    return Clone(tmp_path_factory.mktemp("docs"), new_database)


@contextmanager
def database_of_the_docs(server):
    """Make a role and a database as the documentation says, under names of our own."""
    name = f"docs_{os.getpid()}"
    (commands,) = blocks("docs/operating.md", "PostgreSQL", "sql")
    address = urlsplit(server)._replace(
        netloc=f"{name}:PASSWORD@{urlsplit(server).netloc.split('@')[1]}"
    )
    with psycopg.connect(server, autocommit=True) as connection:
        for command in re.sub(r"\bhub\b", name, commands).split(";\n"):
            connection.execute(command)
        try:
            yield address._replace(path=f"/{name}").geturl()
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
            connection.execute(f"DROP ROLE {name}")
