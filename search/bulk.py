"""Many rows at once, without the objects that the ORM takes most of its time to make of them."""

from collections.abc import Iterable, Sequence

from django.db import connection


def insert_rows(table: str, names: Sequence[str], rows: Iterable[tuple]) -> None:
    """Insert `rows` of the columns `names`, with values that the database takes as they are."""
    columns = ", ".join(names)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            marks = ", ".join(["%s"] * len(names))
            cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)
