"""`manage.py load_demo`."""

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from accounts.models import User
from resources.models import GuidePage, Topic

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


def test_a_public_site_is_refused(settings):
    settings.SITE_URL = "https://hub.example.org"
    with pytest.raises(CommandError, match="not for one"):
        call_command("load_demo")


def test_sign_ins_without_a_password_cannot_sign_in(monkeypatch):
    User.objects.all().delete()
    monkeypatch.delenv("DEMO_PASSWORD", raising=False)
    call_command("load_demo", verbosity=0)
    assert User.objects.count() == 3
    assert not any(user.has_usable_password() for user in User.objects.all())


def test_every_initiative_says_where_its_facts_were_read():
    from hub.demo.content.initiatives import INITIATIVES

    assert len(INITIATIVES) == 13
    assert all(record["source_url"].startswith("https://") for record in INITIATIVES)
