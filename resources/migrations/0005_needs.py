"""What a resource takes. Editors and moderators may keep the taxonomies of it, as the others."""

import uuid

import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations, models

TERMS = ("teamrole", "equipment")


def grant(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    create_permissions(real_apps.get_app_config("resources"), verbosity=0, apps=apps)
    Permission = apps.get_model("auth", "Permission")
    granted = Permission.objects.filter(
        content_type__app_label="resources",
        codename__in=[f"{verb}_{term}" for verb in ("add", "change") for term in TERMS],
    )
    for group in apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]):
        group.permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [
        ("resources", "0004_improvement_record"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [
        migrations.AddField(
            model_name="resourcepage",
            name="caseload",
            field=models.CharField(
                blank=True,
                choices=[
                    ("under_50", "Under 50 a month"),
                    ("50_to_199", "50 to 199 a month"),
                    ("200_to_499", "200 to 499 a month"),
                    ("500_and_more", "500 a month or more"),
                ],
                help_text="Births or patients of this kind where it was done.",
                max_length=20,
                verbose_name="caseload",
            ),
        ),
        migrations.CreateModel(
            name="Equipment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Stands in the addresses of searches, the same in every language. Made from the name when left empty.",
                        max_length=80,
                        verbose_name="address part",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences: what belongs here and what does not.",
                        verbose_name="description",
                    ),
                ),
                (
                    "sort_order",
                    models.PositiveIntegerField(
                        db_index=True,
                        default=0,
                        help_text="Lower numbers come first.",
                        verbose_name="order",
                    ),
                ),
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
                "verbose_name": "equipment",
                "verbose_name_plural": "equipment",
                "ordering": ["sort_order", "name"],
                "abstract": False,
                "unique_together": {("slug", "locale"), ("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ResourceEquipment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="equipment",
                        to="resources.resourcepage",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="resources.equipment",
                        verbose_name="equipment",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="TeamRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "slug",
                    models.SlugField(
                        blank=True,
                        help_text="Stands in the addresses of searches, the same in every language. Made from the name when left empty.",
                        max_length=80,
                        verbose_name="address part",
                    ),
                ),
                (
                    "description",
                    models.TextField(
                        blank=True,
                        help_text="One or two sentences: what belongs here and what does not.",
                        verbose_name="description",
                    ),
                ),
                (
                    "sort_order",
                    models.PositiveIntegerField(
                        db_index=True,
                        default=0,
                        help_text="Lower numbers come first.",
                        verbose_name="order",
                    ),
                ),
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
                "verbose_name": "team role",
                "verbose_name_plural": "team roles",
                "ordering": ["sort_order", "name"],
                "abstract": False,
                "unique_together": {("slug", "locale"), ("translation_key", "locale")},
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name="ResourceRole",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "page",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="team_roles",
                        to="resources.resourcepage",
                    ),
                ),
                (
                    "term",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="resources.teamrole",
                        verbose_name="team role",
                    ),
                ),
            ],
            options={
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.RunPython(grant, migrations.RunPython.noop),
    ]
