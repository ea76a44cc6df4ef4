"""`manage.py load_demo`."""

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from wagtail.models import Page, ReferenceIndex

from accounts.models import User
from core.models import HubAudio, HubImage, SiteIdentity
from home.models import HomePage
from hub.demo import translate
from hub.demo.content.images import IMAGES
from hub.demo.content.notes import NOTES
from hub.demo.content.podcast import EPISODES
from resources.models import GuidePage, LibraryPage, Topic
from search.models import SearchTerm
from search.synonyms import alternatives
from translations.models import GlossaryEntry

pytestmark = pytest.mark.django_db


def test_loading_again_creates_nothing_new():
    before = (Page.objects.count(), Topic.objects.count(), User.objects.count())
    call_command("load_demo", verbosity=0)
    assert (Page.objects.count(), Topic.objects.count(), User.objects.count()) == before


def test_what_an_editor_has_changed_stays_as_it_is():
    guide = GuidePage.objects.filter(locale__language_code="en").first()
    guide.title = "An editor's title"
    guide.save_revision().publish()
    call_command("load_demo", verbosity=0)
    guide.refresh_from_db()
    assert guide.title == "An editor's title"


def test_abbreviations_stand_for_what_the_pages_call_it_in_every_language():
    (found,) = alternatives(("kmc",), "hi")
    assert found.expressions[0] == ("कंगारू मदर केयर", "hi")
    assert ("Kangaroo mother care", "en") in found.expressions
    assert {language for _text, language in found.expressions} == {"en", *translate.languages()}


def test_search_terms_that_an_editor_has_changed_stay_as_they_are():
    term = SearchTerm.objects.get(alternatives__contains="KMC")
    term.name, term.alternatives = "Cuddling", ""
    term.save()
    before = SearchTerm.objects.count()
    call_command("load_demo", verbosity=0)
    term.refresh_from_db()
    assert (term.name, SearchTerm.objects.count()) == ("Cuddling", before)
    for term in SearchTerm.objects.all():
        term.full_clean()


def test_translators_have_a_glossary_and_their_changes_to_it_stay():
    entry = GlossaryEntry.objects.get(term="fishbone diagram", language="hi")
    entry.preferred = "मछली की हड्डी"
    entry.save()
    before = GlossaryEntry.objects.count()
    call_command("load_demo", verbosity=0)
    entry.refresh_from_db()
    assert (entry.preferred, GlossaryEntry.objects.count()) == ("मछली की हड्डी", before)
    assert {language for language, _name in settings.LANGUAGES} == {
        "en",
        *GlossaryEntry.objects.values_list("language", flat=True),
    }


def test_a_public_site_is_refused(settings):
    settings.SITE_URL = "https://hub.example.org"
    with pytest.raises(CommandError, match="not for one"):
        call_command("load_demo")


def test_sign_ins_without_a_password_cannot_sign_in(monkeypatch):
    User.objects.all().delete()
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    call_command("load_demo", verbosity=0)
    assert User.objects.count() == 4
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_the_sections_stand_in_the_order_that_leads_from_method_to_practice():
    home = Page.objects.get(slug="home", locale__language_code="en")
    slugs = list(home.get_children().values_list("slug", flat=True))
    assert slugs == ["guides", "case-studies", "initiatives", "syntheses", "podcast"]


def test_what_is_used_by_a_page_and_its_translations_is_noted():
    drawing = HubImage.objects.get(title="Run chart with a shift")
    guides = GuidePage.objects.filter(slug="run-charts-for-ward-teams")
    users = {reference.object_id for reference in ReferenceIndex.get_references_to(drawing)}
    assert users == {str(guide.pk) for guide in guides}


def test_the_sound_is_stored_once_however_often_the_demo_is_loaded():
    call_command("load_demo", verbosity=0)
    assert HubAudio.objects.count() == 2 * len(EPISODES)
    assert HubImage.objects.count() == len(IMAGES)


@pytest.mark.parametrize("language", NOTES)
def test_every_language_says_who_stands_for_the_texts_and_that_translations_are_drafts(
    client, language
):
    home = HomePage.objects.get(locale__language_code=language)
    html = client.get(home.url).text
    assert NOTES[language].replace("'", "&#x27;") in html
    assert f"<title>{home.title}" in html


def test_a_hub_that_has_been_given_an_identity_keeps_it():
    SiteIdentity.objects.update(footer_note="Run by a ministry.")
    call_command("load_demo", verbosity=0)
    assert SiteIdentity.objects.get().footer_note == "Run by a ministry."


def test_a_page_waits_for_a_translation_of_the_section_it_stands_in():
    section = LibraryPage.objects.get(slug="guides", locale__language_code="ur")
    section.delete()
    guide = GuidePage.objects.get(
        slug="develop-and-test-changes", locale__language_code="en"
    ).specific
    assert "ur" not in translate.translate(guide)
