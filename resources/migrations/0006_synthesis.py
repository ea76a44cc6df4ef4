import django.db.models.deletion
from django.db import migrations, models

import core.fields


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0005_needs"),
    ]

    operations = [
        migrations.CreateModel(
            name="SynthesisPage",
            fields=[
                (
                    "resourcepage_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="resources.resourcepage",
                    ),
                ),
                (
                    "changes",
                    core.fields.PassagesField(
                        blank=True,
                        help_text="What several records changed alike, in words of your own.",
                        verbose_name="common changes",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("high", "High certainty"),
                            ("moderate", "Moderate certainty"),
                            ("low", "Low certainty"),
                            ("very_low", "Very low certainty"),
                        ],
                        max_length=10,
                        verbose_name="certainty of the evidence",
                    ),
                ),
                (
                    "certainty_reason",
                    models.TextField(
                        blank=True,
                        help_text="Only what the records state: how many, how they measured, what is missing.",
                        max_length=1200,
                        verbose_name="reason",
                    ),
                ),
                (
                    "certainty_by",
                    models.CharField(blank=True, max_length=255, verbose_name="judged by"),
                ),
                (
                    "certainty_on",
                    models.DateField(
                        blank=True,
                        help_text="Change the day when you have read the records again.",
                        null=True,
                        verbose_name="judged on",
                    ),
                ),
                ("judged", models.JSONField(default=dict, editable=False)),
            ],
            options={
                "verbose_name": "synthesis",
                "verbose_name_plural": "syntheses",
            },
            bases=("resources.resourcepage",),
        ),
        migrations.AlterField(
            model_name="librarypage",
            name="holds",
            field=models.CharField(
                blank=True,
                choices=[
                    ("guide", "Guide"),
                    ("case_study", "Case study"),
                    ("initiative", "Improvement initiative"),
                    ("podcast", "Podcast episode"),
                    ("synthesis", "Synthesis"),
                ],
                help_text="The one kind of resource that is kept here. Empty: any kind.",
                max_length=20,
                verbose_name="holds",
            ),
        ),
    ]
