from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0007_search_terms")]

    operations = [
        migrations.AlterField("frequentquestion", "question", models.CharField(max_length=160)),
        migrations.AddField(
            "frequentquestion",
            "beginning",
            models.BinaryField(default=b"", max_length=96),
            preserve_default=False,
        ),
        migrations.AddIndex(
            "frequentquestion",
            models.Index(fields=["language", "beginning"], name="search_begun_questions"),
        ),
    ]
