import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0012_parts_of_entries")]

    operations = [
        migrations.AddField(model_name="entry", name="filed", field=models.JSONField(default=dict)),
        migrations.RemoveField(model_name="change", name="page_ids"),
        migrations.AddField(
            model_name="change",
            name="entry",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                to="search.entry",
            ),
        ),
    ]
