"""The words of entries, in the full-text table of the database at hand.

Django knows no such tables, and their shape differs by database; the state of the models is
the same on both.
"""

from django.db import migrations

# The categories keep the vowel signs of Indic scripts inside words, and the private character
# that marks stems.
CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5("
        "title, keywords, body, exact, "
        "tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
    ),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS search_words ("
        "entry_id bigint PRIMARY KEY, length integer NOT NULL, document tsvector NOT NULL)",
        "CREATE INDEX IF NOT EXISTS search_words_document ON search_words USING gin (document)",
        "CREATE INDEX IF NOT EXISTS search_words_length ON search_words (length)",
    ),
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    schema_editor.execute("DROP TABLE IF EXISTS search_words")


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(create, drop)]
