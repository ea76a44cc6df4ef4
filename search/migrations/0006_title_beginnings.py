"""Titles from each of their words on take the place of their single words.

The rows are made of the pages themselves: `update_index` brings those of a hub in use.
"""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0005_editor_permissions")]

    operations = [
        migrations.DeleteModel(name="TitleWord"),
        migrations.CreateModel(
            name="TitleWord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("language", models.CharField(max_length=100)),
                ("inside", models.BooleanField()),
                ("beginning", models.BinaryField(max_length=96)),
                (
                    "entry",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="title_words",
                        to="search.entry",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["language", "inside", "beginning"], name="search_beginnings"
                    )
                ],
            },
        ),
    ]
