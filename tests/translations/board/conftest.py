"""Country teams, and rows for their board."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone
from wagtail.models import Locale

from accounts.models import User
from resources.models import GuidePage
from translations.groups import team
from translations.models import Status, TranslationState, Version

BOARD = "/admin/translations/"


@pytest.fixture
def member(db):
    """Return a function that makes a member of a language's team: its groups, by their kinds."""

    def make(code="hi", *kinds, name="asha"):
        user = User.objects.create_user(name, f"{name}@example.org")
        for kind in kinds or ["Translators"]:
            user.groups.add(team(code, kind))
        return user

    return make


@pytest.fixture
def translator(client, member):
    """A browser in which a translator of Hindi has signed in."""
    client.force_login(member())
    return client


@pytest.fixture
def reviewer(member):
    """Another browser, in which a reviewer of Hindi has signed in."""
    browser = Client()
    browser.force_login(member("hi", "Reviewers", name="ravi"))
    return browser


@pytest.fixture
def editor_of_all(client, db):
    """A browser in which an editor, who answers for all languages, has signed in."""
    user = User.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


@pytest.fixture
def many(guides):
    """Return a function that makes so many sources more, each with a state in every language.

    All of them are one published guide, to the board: making a page for each takes long.
    """
    page = GuidePage(title="All", slug="all", summary="One for all.", locale=guides.locale)
    guides.add_child(instance=page)
    kind = ContentType.objects.get_for_model(GuidePage)

    def make(count):
        first = Version.objects.filter(object_id=page.pk, content_type=kind).count()
        sources = Version.objects.bulk_create(
            Version(
                translation_key=uuid.uuid4(),
                locale=page.locale,
                content_type=kind,
                object_id=page.pk,
                title=f"Guide {number}",
                published_at=timezone.now(),
            )
            for number in range(first, first + count)
        )
        TranslationState.objects.bulk_create(
            TranslationState(
                source=source,
                locale=locale,
                status=Status.NOT_STARTED,
                total=4,
                words_left=40,
                urgency=1,
                visits=number + 1,
            )
            for number, source in enumerate(sources, first)
            for locale in Locale.objects.exclude(language_code="en")
        )

    return make


@pytest.fixture
def board():
    """Return a function that gives the titles that the board lists, in order."""

    def titles(client, **filters):
        response = client.get(BOARD, filters)
        assert response.status_code == 200
        return [row.source.title for row in response.context["object_list"]]

    return titles
