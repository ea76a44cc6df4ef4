"""An English home page with a section for each kind of resource, and a locale for every content
language: a new hub can open, and an import finds its place.
"""

from django.db import migrations

from core.languages import CONTENT_LANGUAGES, SOURCE_LANGUAGE

SECTIONS = (("guide", "guides", "Guides"), ("initiative", "initiatives", "Published initiatives"))


def create_sections(apps, home):
    ContentType = apps.get_model("contenttypes", "ContentType")
    LibraryPage = apps.get_model("resources", "LibraryPage")
    content_type, _created = ContentType.objects.get_or_create(
        app_label="resources", model="librarypage"
    )
    for number, (holds, slug, title) in enumerate(SECTIONS, start=1):
        LibraryPage.objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            holds=holds,
            content_type=content_type,
            path=f"{home.path}{number:04}",
            depth=3,
            numchild=0,
            url_path=f"{home.url_path}{slug}/",
            locale=home.locale,
            live=True,
            show_in_menus=True,
        )


def create(apps, schema_editor):
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")
    for language in CONTENT_LANGUAGES:
        Locale.objects.get_or_create(language_code=language.code)
    # Wagtail's own "Welcome" page stands where the home page belongs.
    Site.objects.all().delete()
    Page.objects.filter(depth=2, slug="home").delete()
    content_type, _created = ContentType.objects.get_or_create(app_label="home", model="homepage")
    home = HomePage.objects.create(
        title="QI Knowledge Hub",
        draft_title="QI Knowledge Hub",
        slug="home",
        content_type=content_type,
        path="00010001",
        depth=2,
        numchild=len(SECTIONS),
        url_path="/home/",
        locale=Locale.objects.get(language_code=SOURCE_LANGUAGE),
        live=True,
    )
    create_sections(apps, home)
    Page.objects.filter(depth=1).update(numchild=1)
    Site.objects.create(hostname="localhost", port=80, root_page_id=home.pk, is_default_site=True)


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0001_initial"),
        ("resources", "0001_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
