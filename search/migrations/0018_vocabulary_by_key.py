"""Keep the keys of words in the order in which they are looked up, which takes one index of four.

A primary key of two columns cannot be altered to, so the table is made anew, and filled.
"""

import django.db.models.deletion
from django.db import migrations, models

from search.vocabulary import keys_of


def fill(apps, schema_editor):
    """Make the keys of all words that are known."""
    words = apps.get_model("search", "VocabularyWord").objects.values_list("pk", "exact")
    keys = apps.get_model("search", "VocabularyKey")
    keys.objects.bulk_create(
        (keys(key=key, word_id=pk) for pk, exact in words for key in keys_of(exact)),
        batch_size=5_000,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0017_documents_in_place"),
    ]

    operations = [
        migrations.DeleteModel("VocabularyKey"),
        migrations.CreateModel(
            name="VocabularyKey",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "key",
                        "word_id",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("key", models.CharField(max_length=72)),
                (
                    "word",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="search.vocabularyword",
                    ),
                ),
            ],
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
