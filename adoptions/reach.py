"""Which records hang together by what was adapted, as far as readers see it."""

from uuid import UUID

from django.db import connection, models

_KEY = models.UUIDField()

# From a record to those that grew out of it: `UNION` ends even where a circle was written past us.
_BELOW = """
WITH RECURSIVE records (record_key) AS (
    SELECT record_key FROM adoptions_adoption WHERE record_key = %s AND status = 'published'
    UNION
    SELECT child.record_key FROM records
    JOIN adoptions_adoption parent
        ON parent.record_key = records.record_key AND parent.status = 'published'
    JOIN adoptions_adoption child
        ON child.record_key = parent.own_record_key AND child.status = 'published'
)
SELECT record_key FROM records
"""
# From a record up to the first, and from there to all others.
_AROUND = """
WITH RECURSIVE above (record_key) AS (
    SELECT record_key FROM adoptions_adoption
    WHERE own_record_key = %s AND status = 'published'
    UNION
    SELECT parent.record_key FROM above
    JOIN adoptions_adoption parent
        ON parent.own_record_key = above.record_key AND parent.status = 'published'
), records (record_key) AS (
    SELECT record_key FROM (
        SELECT record_key FROM above
        UNION
        SELECT own_record_key FROM adoptions_adoption
        WHERE record_key = %s AND status = 'published' AND own_record_key IS NOT NULL
    ) beginning
    UNION
    SELECT grown.own_record_key FROM records
    JOIN adoptions_adoption grown
        ON grown.record_key = records.record_key AND grown.status = 'published'
    WHERE grown.own_record_key IS NOT NULL
)
SELECT record_key FROM records
"""


def records_below(key):
    """Return the keys of the records with published adoptions that grew out of a record.

    The record itself is among them if it has any; without any there are none.
    """
    return _keys(_BELOW, [key])


def records_around(key):
    """Return the keys of all records in the tree that a record stands in, itself among them."""
    return {key, *_keys(_AROUND, [key, key])}


def _keys(statement, keys):
    with connection.cursor() as cursor:
        cursor.execute(statement, [_KEY.get_db_prep_value(key, connection) for key in keys])
        return [UUID(str(row[0])) for row in cursor.fetchall()]
