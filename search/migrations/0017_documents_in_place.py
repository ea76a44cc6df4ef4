"""Keep the words of an entry in its row, so that PostgreSQL knows what reading them costs.

Put away in another table, as long values are by default, they make `search_words` look so small
that the planner reads all of it, fetching every document from there, rather than use the index.
"""

from django.db import migrations


def keep_in_place(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("ALTER TABLE search_words ALTER COLUMN document SET STORAGE MAIN")


class Migration(migrations.Migration):
    dependencies = [("search", "0016_vocabulary")]
    operations = [migrations.RunPython(keep_in_place, migrations.RunPython.noop)]
