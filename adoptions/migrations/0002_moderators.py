"""Moderators, the group that Wagtail brings, decide on what readers report."""

from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations

GRANTED = ("add_adoption", "change_adoption", "delete_adoption", "view_adoption")


def grant(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    create_permissions(real_apps.get_app_config("adoptions"), verbosity=0, apps=apps)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    granted = Permission.objects.filter(content_type__app_label="adoptions", codename__in=GRANTED)
    for group in Group.objects.filter(name="Moderators"):
        group.permissions.add(*granted)


class Migration(migrations.Migration):
    dependencies = [
        ("adoptions", "0001_adoptions"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
