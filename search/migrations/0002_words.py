"""The words of entries, in the full-text table of the database at hand.

Django knows no such tables, and their shape differs by database; the state of the models is
the same on both.
"""

from django.db import migrations

# The categories keep the vowel signs of Indic scripts inside words, and the private character
# that marks stems. Title, keywords, body and exact forms weigh as in search.engines.base.
CREATE = {
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5("
        "title, keywords, body, exact, "
        "tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\")",
        "INSERT OR REPLACE INTO search_words_config (k, v) "
        "VALUES ('rank', 'bm25(3.0, 1.5, 1.0, 0.5)')",
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
