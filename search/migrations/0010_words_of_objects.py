"""The words of everything that editors search, in the full-text tables of the database at hand.

They take the place of Wagtail's own index, whose rows nobody keeps in step from now on; Django
knows no such tables, and the state of the models is the same on both databases.
"""

from django.db import migrations

# As in 0002, the categories keep the vowel signs of Indic scripts and the marks of stems inside
# words. Beginnings of up to three characters are looked up in indexes of their own.
FTS5 = "tokenize = \"unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'\""
CREATE = {
    "sqlite": (
        f"CREATE VIRTUAL TABLE IF NOT EXISTS search_object_words USING fts5(title, body, {FTS5})",
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_object_typed "
        f"USING fts5(typed, stems, {FTS5}, prefix = '1 2 3')",
    ),
    "postgresql": (
        "CREATE TABLE IF NOT EXISTS search_object_words ("
        "number bigint PRIMARY KEY, words tsvector NOT NULL, typed tsvector NOT NULL) "
        # As it is read for every row that matches, the words of a page are not kept elsewhere.
        "WITH (toast_tuple_target = 8160)",
        "CREATE INDEX IF NOT EXISTS search_object_words_words "
        "ON search_object_words USING gin (words)",
        "CREATE INDEX IF NOT EXISTS search_object_words_typed "
        "ON search_object_words USING gin (typed)",
    ),
}
DROP = {
    "sqlite": (
        "DROP TABLE IF EXISTS search_object_words",
        "DROP TABLE IF EXISTS search_object_typed",
    ),
    "postgresql": ("DROP TABLE IF EXISTS search_object_words",),
}


def create(apps, schema_editor):
    for statement in CREATE[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP[schema_editor.connection.vendor]:
        schema_editor.execute(statement)


def forget_wagtails_index(apps, schema_editor):
    schema_editor.execute("DELETE FROM wagtailsearch_indexentry")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0009_edits_waiting"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]
    operations = [
        migrations.RunPython(create, drop),
        migrations.RunPython(forget_wagtails_index, migrations.RunPython.noop),
    ]
