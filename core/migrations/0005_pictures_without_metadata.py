"""Deletes the sizes of pictures that were made with what cameras and programs wrote into them.

They are made anew, without it, when they are next asked for.
"""

from django.core.cache import cache
from django.db import migrations


def forget_sizes(apps, schema_editor):
    sizes = apps.get_model("core", "HubRendition").objects.all()
    for size in sizes.iterator():
        size.file.delete(save=False)
    if sizes.exists():
        sizes.delete()
        # They are remembered there as well.
        cache.clear()


class Migration(migrations.Migration):
    dependencies = [("core", "0004_text_of_documents")]
    operations = [migrations.RunPython(forget_sizes, migrations.RunPython.noop)]
