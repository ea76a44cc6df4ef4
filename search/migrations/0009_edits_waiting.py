import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0008_beginnings_of_questions")]

    operations = [
        migrations.CreateModel(
            name="Rebuild",
            fields=[
                ("index", models.CharField(max_length=255, primary_key=True, serialize=False)),
                ("seen", models.DateTimeField(default=django.utils.timezone.now)),
            ],
        ),
        migrations.CreateModel(
            name="WaitingEdit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("page_id", models.BigIntegerField(db_index=True)),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("sent", models.BooleanField(default=False)),
                ("refused", models.BooleanField(default=False)),
            ],
            options={"ordering": ["pk"]},
        ),
    ]
