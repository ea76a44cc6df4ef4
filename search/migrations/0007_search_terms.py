"""The vocabulary of search; editors and moderators, the groups that Wagtail brings, keep it."""

import uuid

import django.db.models.deletion
from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations, models


def grant(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    create_permissions(real_apps.get_app_config("search"), verbosity=0, apps=apps)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    granted = Permission.objects.filter(
        content_type__app_label="search",
        codename__in=["add_searchterm", "change_searchterm", "delete_searchterm"],
    )
    for group in Group.objects.filter(name__in=["Editors", "Moderators"]):
        group.permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0006_title_beginnings"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchTerm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                (
                    "name",
                    models.CharField(
                        help_text="What most people call it, such as kangaroo mother care.",
                        max_length=150,
                        verbose_name="preferred expression",
                    ),
                ),
                (
                    "alternatives",
                    models.TextField(
                        blank=True,
                        help_text="Abbreviations and synonyms in the same language, one on each line, such as KMC. Who searches for one of them finds the others too.",
                        verbose_name="other expressions",
                    ),
                ),
                ("digest", models.BigIntegerField(default=0, editable=False)),
                ("loaded_digest", models.BigIntegerField(editable=False, null=True)),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "search term",
                "verbose_name_plural": "search terms",
                "ordering": ["name", "pk"],
                "abstract": False,
                "unique_together": {("translation_key", "locale")},
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
