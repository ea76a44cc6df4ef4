"""Room for the words of attachments and transcripts beside those of the page itself.

SQLite's full-text tables cannot be given another column, so the table is made anew; `update_index`
fills it. PostgreSQL keeps all words of an entry in one document.
"""

from django.db import migrations

CREATE = (
    "DROP TABLE IF EXISTS search_words",
    "CREATE VIRTUAL TABLE search_words USING fts5("
    "title, keywords, body, attached, exact, "
    "tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
)


def make_room(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        for statement in CREATE:
            schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0014_answers_of_questions")]
    operations = [migrations.RunPython(make_room, migrations.RunPython.noop)]
