"""The group of those who may begin a record; it has no other right."""

from django.apps import apps as real_apps
from django.contrib.auth.management import create_permissions
from django.db import migrations


def make(apps, schema_editor):
    # Permissions are otherwise made only after all migrations have run.
    create_permissions(real_apps.get_app_config("writing"), verbosity=0, apps=apps)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    group, _is_new = Group.objects.get_or_create(name="Record authors")
    group.permissions.add(
        Permission.objects.get(content_type__app_label="writing", codename="add_draft")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("writing", "0001_drafts_of_records"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]

    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
