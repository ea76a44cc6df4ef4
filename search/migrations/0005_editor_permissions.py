"""Editors and moderators, the groups that Wagtail brings, turn gaps into work."""

from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GRANTED = (
    "view_questioncount",
    "add_promotion",
    "change_promotion",
    "delete_promotion",
    "add_contentrequest",
    "change_contentrequest",
)


def grant(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    create_permissions(real_apps.get_app_config("search"), verbosity=0, apps=apps)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    granted = Permission.objects.filter(content_type__app_label="search", codename__in=GRANTED)
    for group in Group.objects.filter(name__in=["Editors", "Moderators"]):
        group.permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0004_questions_of_readers"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
