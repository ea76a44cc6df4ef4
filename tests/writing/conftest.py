"""Authors, and a record that they write."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from resources.models import LibraryPage
from writing.models import Draft, Member
from writing.saving import Change, save


@pytest.fixture
def author(db):
    """Somebody who may write records, and nothing else."""
    person = get_user_model().objects.create_user("nurse", "nurse@hub.invalid", "only for tests")
    person.groups.add(Group.objects.get(name="Record authors"))
    return person


@pytest.fixture
def draft(author):
    """A case study that the author has begun."""
    draft = Draft.objects.create(language="en")
    Member.objects.create(draft=draft, person=author)
    return draft


@pytest.fixture
def colleague(draft):
    """Somebody who joined the author's team."""
    person = get_user_model().objects.create_user("midwife")
    Member.objects.create(draft=draft, person=person)
    return person


@pytest.fixture
def at_desk(client, author):
    """A browser in which the author has signed in."""
    client.force_login(author)
    return client


@pytest.fixture
def answered(draft, author):
    """Return a function that gives answers to a draft's questions, {name: text}."""

    def answer(to=draft, **texts):
        names = {name.replace("__", "."): text for name, text in texts.items()}
        versions = dict(to.wordings.filter(standing="current").values_list("name", "version"))
        save(
            to,
            author,
            [
                Change(name, text, versions.get(name, 0), "d" * 32, versions.get(name, 0) + 1, {})
                for name, text in names.items()
            ],
        )
        to.refresh_from_db()

    return answer


@pytest.fixture
def case_studies(home, publish):
    """The section that holds case studies."""
    section = LibraryPage.objects.child_of(home).filter(slug="case-studies").first()
    return section or publish(
        home, LibraryPage(title="Case studies", slug="case-studies", holds="case_study")
    )


@pytest.fixture
def editor(db):
    """Somebody who publishes, and wants to be told by mail what waits."""
    person = get_user_model().objects.create_user("editor", email="editor@hub.invalid")
    person.groups.add(Group.objects.get(name="Moderators"))
    return person
