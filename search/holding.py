"""Which entry has words, as the database's engine keeps them."""

from django.db.models import BigIntegerField, Func
from django.utils import timezone

from core import identity

from .engines import database_engine


class AnsweringEntry(Func):
    """An entry that readers may see now and that has all words of a question as typed, or NULL.

    The first expression is the question; with a second one, only that entry is looked at.
    """

    output_field = BigIntegerField()

    def as_sql(self, compiler, connection, **context):
        """Return the SELECT, as the database's engine keeps words."""
        (words, parameters), *only = map(compiler.compile, self.source_expressions)
        languages = identity.withheld() or [""]
        sql = (
            f"(SELECT e.page_id FROM ({database_engine().holding(words)}) AS holding "
            "CROSS JOIN search_entry e WHERE e.page_id = holding.id "
            "AND (e.expires_at IS NULL OR e.expires_at > %s) "
            f"AND e.language NOT IN ({', '.join(['%s'] * len(languages))})"
        )
        now = connection.ops.adapt_datetimefield_value(timezone.now())
        parameters = [*parameters, now, *languages]
        for entry, more in only:
            sql += f" AND e.page_id = {entry}"
            parameters += more
        return f"{sql} LIMIT 1)", parameters
