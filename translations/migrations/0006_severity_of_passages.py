from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translations", "0005_adaptations"),
    ]

    operations = [
        migrations.AddField(
            model_name="passagechange",
            name="severity",
            field=models.PositiveSmallIntegerField(
                choices=[(1, "typo"), (2, "content"), (3, "safety-critical")], default=2
            ),
            preserve_default=False,
        ),
    ]
