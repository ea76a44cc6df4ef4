"""Looking into a hub's database without the hub."""

import json
import sqlite3
from contextlib import closing

import psycopg

# Search keeps what it finds in its own shape on each kind of database.
MADE_ANEW = ("search_", "wagtailsearch_", "sqlite_", "django_migrations")


class Database:
    """The database at an address such as DATABASE_URL holds."""

    def __init__(self, url):
        self.url = url
        self.is_file = url.startswith("sqlite:///")

    def count_rows(self):
        """Return {table: number of rows} of all tables that hold what nobody can make anew."""
        return {
            name: self.ask(f"SELECT count(*) FROM {name}")[0][0]
            for name in self._tables()
            if not name.startswith(MADE_ANEW)
        }

    def revisions(self):
        """Return {number: content} of everything in the pages' history."""
        rows = self.ask("SELECT id, content FROM wagtailcore_revision")
        return {key: json.loads(each) if isinstance(each, str) else each for key, each in rows}

    def ask(self, question):
        """Return the rows that answer a statement of SQL."""
        with closing(self._connect()) as connection:
            return connection.execute(question).fetchall()

    def empty(self):
        """Drop everything that is in a database of PostgreSQL."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute("DROP OWNED BY CURRENT_USER")
            connection.execute("CREATE SCHEMA IF NOT EXISTS public")

    def _tables(self):
        if self.is_file:
            rows = self.ask("SELECT name FROM sqlite_master WHERE type = 'table'")
        else:
            rows = self.ask("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        return sorted(name for (name,) in rows)

    def _connect(self):
        if self.is_file:
            return sqlite3.connect(self.url.removeprefix("sqlite:///"))
        return psycopg.connect(self.url)
