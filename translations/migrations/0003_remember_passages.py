"""Passages that were kept before there was a memory get their numbers too."""

import itertools

from django.db import migrations

from translations.memory import keys_of

_CHUNK = 1000


def remember(apps, schema_editor):
    String = apps.get_model("wagtail_localize", "String")
    MemoryKey = apps.get_model("translations", "MemoryKey")
    strings = String.objects.values_list("pk", "data", "locale__language_code")
    rows = (
        MemoryKey(string_id=pk, value=value)
        for pk, text, language in strings.iterator()
        for value in keys_of(text, language)
    )
    while some := list(itertools.islice(rows, _CHUNK)):
        MemoryKey.objects.bulk_create(some)


class Migration(migrations.Migration):
    dependencies = [("translations", "0002_glossary_and_memory")]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
