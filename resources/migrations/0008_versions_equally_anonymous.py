"""Makes all versions of a resource anonymous of which one is, as publishing does from now on."""

from django.db import migrations

MODELS = ("CaseStudyPage", "InitiativePage")


def make_alike(apps, schema_editor):
    for name in MODELS:
        pages = apps.get_model("resources", name).objects
        anonymous = pages.filter(facility_is_anonymous=True)
        keys = set(anonymous.values_list("translation_key", flat=True))
        named = pages.filter(translation_key__in=keys, facility_is_anonymous=False)
        told = list(named.values_list("pk", flat=True))
        pages.filter(pk__in=told).update(facility_is_anonymous=True)


class Migration(migrations.Migration):
    dependencies = [("resources", "0007_other_names_of_facilities")]
    operations = [migrations.RunPython(make_alike, migrations.RunPython.noop)]
