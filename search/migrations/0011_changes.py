import secrets

from django.db import migrations, models


def begin(apps, schema_editor):
    """Give the log a first row, from which processes know whether they have missed any."""
    apps.get_model("search", "Change").objects.create(token=secrets.randbits(62), page_ids=[])


class Migration(migrations.Migration):
    dependencies = [("search", "0010_words_of_objects")]

    operations = [
        migrations.CreateModel(
            name="Change",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.BigIntegerField()),
                ("page_ids", models.JSONField()),
            ],
            options={"ordering": ["pk"]},
        ),
        migrations.RunPython(begin, migrations.RunPython.noop),
    ]
