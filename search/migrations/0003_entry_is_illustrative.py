from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0002_words")]

    operations = [
        migrations.AddField(
            model_name="entry",
            name="is_illustrative",
            field=models.BooleanField(default=False),
        ),
    ]
