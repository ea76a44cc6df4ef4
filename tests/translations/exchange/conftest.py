"""A Hindi translator, signed in, whose file goes out and comes back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from wagtail_localize.models import StringTranslation, Translation

from accounts.models import User
from translations import groups

ADDRESS = "/admin/localize/translate/{}/{}/"


@pytest.fixture
def translation(translated):
    """The Hindi translation of a published guide, whole and published."""
    return Translation.objects.get(source__object_id=translated.translation_key)


@pytest.fixture
def translator(client, translation):
    """A member of the Hindi team, who has signed in."""
    user = User.objects.create_user("asha", password="x")
    user.groups.add(groups.team("hi", groups.TRANSLATORS))
    client.force_login(user)
    return user


@pytest.fixture
def download(client, translator, translation):
    """Return a function that downloads the translation as "pofile" or "xliff", as text."""

    def get(kind):
        response = client.get(ADDRESS.format(translation.pk, f"{kind}/download"))
        assert response.status_code == 200
        return response.content.decode()

    return get


@pytest.fixture
def upload(client, translator, translation):
    """Return a function that uploads a file's text or bytes; returns the answer."""

    def post(content, to=None):
        data = content if isinstance(content, bytes) else content.encode()
        file = SimpleUploadedFile("translation", data)
        address = ADDRESS.format((to or translation).pk, "pofile/upload")
        return client.post(address, {"file": file})

    return post


@pytest.fixture
def rows(translation):
    """Return a function that lists every translation with all that is known of it."""
    return lambda: list(StringTranslation.objects.order_by("pk").values())


@pytest.fixture
def hindi_of(translation):
    """Return a function from a source text to its row."""
    return lambda text: StringTranslation.objects.get(translation_of__data=text)


@pytest.fixture
def kinds(translation):
    """Return a function that yields "pofile" and "xliff", undoing what was done with each."""

    def each():
        for kind in ("pofile", "xliff"):
            before = transaction.savepoint()
            yield kind
            transaction.savepoint_rollback(before)

    return each
