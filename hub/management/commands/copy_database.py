"""`manage.py copy_database FROM`: everything of a hub, from one database into another.

Django's own way, dumpdata and loaddata, does not do for a hub: revisions and translations hold
the numbers of content types, so that these must be kept, and while fixtures are loaded, signals
of Wagtail make content types with other numbers. Here rows are copied as they are, without
signals.
"""

from itertools import islice
from pathlib import Path

from django.apps import apps
from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError
from django.core.management.color import no_style
from django.core.management.sql import sql_flush
from django.db import Error, connection, connections, transaction
from django.db.migrations.recorder import MigrationRecorder
from django.db.models import QuerySet
from django.db.models.sql import InsertQuery

from accounts.models import User
from hub.settings.environment import SQLITE, database_at

SOURCE = "copied from"
# What is found is kept in another shape by each kind of database; update_index makes it anew.
LEFT_OUT = {"search", "wagtailsearch"}
ROWS_AT_ONCE = 200


class Command(BaseCommand):
    help = (
        "Copy all rows of a hub into the database of DATABASE_URL, which must be empty but for "
        "`migrate`. Run `update_index` afterwards."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "source", metavar="FROM", help="the database to copy, written as DATABASE_URL is"
        )

    def handle(self, *, source, **options):
        """Copy all or nothing; refuse another version's database, and one that is in use."""
        connect(source)
        require_same_tables()
        if User.objects.exists():
            raise CommandError("The database of DATABASE_URL is in use: there are users in it.")
        models = copied_models()
        with transaction.atomic(), transaction.atomic(using=SOURCE):
            connection.ops.execute_sql_flush(sql_flush(no_style(), connection))
            count = sum(map(copy, models))
            for statement in connection.ops.sequence_reset_sql(no_style(), models):
                connection.cursor().execute(statement)
        self.stdout.write(f"Rows copied: {count}, of {len(models)} tables.")


def connect(url):
    """Make `url` the second database of this process; raises CommandError if it does not answer."""
    databases = {**connections.databases, SOURCE: settings_of(url)}
    connections.databases.update(connections.configure_settings(databases))
    try:
        connections[SOURCE].ensure_connection()
    except Error as error:
        reason = str(error).splitlines()[0]
        raise CommandError(f"The database to copy cannot be opened: {reason}") from error


def settings_of(url):
    """Return Django's settings of the database at `url`; raises CommandError if there is none."""
    try:
        settings = database_at("FROM", url)
    except ImproperlyConfigured as error:
        raise CommandError(str(error)) from error
    # SQLite would make an empty database of a mistyped name.
    if settings["ENGINE"] == SQLITE and not Path(settings["NAME"]).is_file():
        raise CommandError(f"There is no file {settings['NAME']}.")
    return settings


def require_same_tables():
    """Raise CommandError unless the same migrations have run on both databases."""
    old, new = (
        set(MigrationRecorder(connections[alias]).applied_migrations())
        for alias in (SOURCE, connection.alias)
    )
    if old != new:
        raise CommandError(
            "The databases are not of the same version of the hub: run `migrate` on both first."
        )


def copied_models():
    """Return the models whose tables are copied, those of many-to-many fields among them."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.can_migrate(connection) and model._meta.app_label not in LEFT_OUT
    ]


def copy(model):
    """Copy a model's own table and return how many rows it has; raises CommandError.

    A row may name one that comes later: foreign keys are looked at when all is there.
    """
    fields = model._meta.local_concrete_fields
    names = [field.attname for field in fields]
    table = QuerySet(model, using=SOURCE).order_by().values_list(*names, named=True)
    rows = table.iterator(chunk_size=ROWS_AT_ONCE)
    count = 0
    while batch := list(islice(rows, ROWS_AT_ONCE)):
        count += len(batch)
        insert(model, fields, batch)
    return count


def insert(model, fields, rows):
    """Write rows with these fields into a model's own table; raises CommandError."""
    query = InsertQuery(model)
    query.insert_values(fields, rows, raw=True)
    try:
        query.get_compiler(connection=connection).execute_sql()
    except Error as error:
        raise CommandError(f"The rows of {model._meta.label} do not fit: {error}") from error
