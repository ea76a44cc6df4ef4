"""Editors keep sound files; what is no sound, or no file of its name's kind, is refused."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from accounts.models import User
from core.models import HubAudio
from core.uploads import MAX_AUDIO_BYTES, validate_audio
from resources.models import PodcastPage
from resources.models.filing import FILING

MP3 = b"ID3\x04\x00" + bytes(500)
M4A = b"\x00\x00\x00\x1cftypM4A " + bytes(500)
OGG = b"OggS\x00\x02" + bytes(500)
FILM = b"\x00\x00\x00\x1cftypisom" + bytes(500)


@pytest.fixture
def editor(db, client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    user = User.objects.create_user("editor", "editor@hub.invalid", "x")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


def upload(editor, name, content, kind="audio"):
    return editor.post(
        reverse("wagtailmedia:add", args=[kind]),
        {
            "title": "A talk",
            "file": SimpleUploadedFile(name, content),
            "collection": "1",
            "duration": "61",
            "tags": "",
        },
        follow=True,
    )


@pytest.mark.parametrize(
    ("name", "content"), [("a.mp3", MP3), ("a.m4a", M4A), ("a.ogg", OGG), ("A.MP3", MP3)]
)
def test_an_editor_stores_a_sound_file(editor, name, content):
    assert upload(editor, name, content).status_code == 200
    audio = HubAudio.objects.get()
    assert (audio.title, audio.type, audio.duration) == ("A talk", "audio", 61)
    assert audio.file.size == len(content)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.mp3", b"MZ a program", "what is in it is something else"),
        ("a.mp3", OGG, "what is in it is something else"),
        ("a.m4a", FILM, "what is in it is something else"),
        ("a.mp4", FILM, "not allowed"),
        ("a.html", b"<script>", "not allowed"),
    ],
)
def test_anything_else_is_refused_with_a_sentence(editor, name, content, reason):
    response = upload(editor, name, content)
    assert reason in response.text
    assert not HubAudio.objects.exists()


def test_films_are_refused(editor):
    response = upload(editor, "a.mp3", MP3, kind="video")
    assert "Only sound can be kept here." in response.text
    assert not HubAudio.objects.exists()


@pytest.mark.parametrize(
    "frame",
    [b"\xff\xfb\x90\x64", b"\xff\xfa\x90\x64", b"\xff\xf3\x30\xc4", b"\xff\xe3\x18\xc4"],
    ids=["MPEG 1", "MPEG 1 with checksums", "MPEG 2, low rate", "MPEG 2.5, lowest rate"],
)
def test_a_file_without_tags_is_known_by_its_first_frame(frame):
    validate_audio(SimpleUploadedFile("tone.mp3", frame + bytes(500)))


def test_a_file_beyond_the_limit_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "long.mp3"
    with path.open("wb") as file:
        file.write(MP3)
        file.truncate(MAX_AUDIO_BYTES + 1)
    with path.open("rb") as file, pytest.raises(ValidationError, match="larger than 200 MB"):
        validate_audio(File(file, name="long.mp3"))


def test_text_that_begins_like_a_frame_is_no_sound():
    with pytest.raises(ValidationError):
        validate_audio(SimpleUploadedFile("tone.mp3", b"\xff\xfe\x00text"))


def test_editors_find_their_sound_files_in_the_menu_and_in_the_chooser(editor):
    upload(editor, "a.mp3", MP3)
    home = editor.get(reverse("wagtailadmin_home")).text
    assert "Sound files" in home
    listing = editor.get(reverse("wagtailmedia:index")).text
    assert "A talk" in listing
    chooser = editor.get(reverse("wagtailmedia:chooser_typed", args=["audio"]))
    assert "A talk" in chooser.json()["html"]


def test_an_editor_previews_a_draft_of_an_episode(editor, home, publish):
    show = publish(home, PodcastPage(title="Talks", slug="talks"))
    upload(editor, "a.mp3", MP3)
    form = {
        **{"title": "First", "slug": "first", "summary": "A talk.", "episode_type": "full"},
        **{"audio": str(HubAudio.objects.get().pk), "comments-TOTAL_FORMS": "0"},
        "transcript": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Bo>Hello, ward.",
        "comments-INITIAL_FORMS": "0",
    }
    streams = ("body", "attachments", "related", "contributors", "chapters")
    form |= {f"{name}-{part}_FORMS": "0" for name in FILING for part in ("TOTAL", "INITIAL")}
    form |= {f"{name}-count": "0" for name in streams}
    place = ["resources", "episodepage", show.pk]
    address = reverse("wagtailadmin_pages:preview_on_add", args=place)
    assert editor.post(address, form).json() == {"is_valid": True, "is_available": True}
    html = editor.get(address).text
    assert "<audio controls" in html and "Hello, ward." in html
    form["transcript"] = "Hello, ward."
    assert not editor.post(address, form).json()["is_valid"]
    add = reverse("wagtailadmin_pages:add", args=place)
    assert "Line 1: a transcript begins with a line that says WEBVTT" in editor.post(add, form).text


def test_the_public_sees_no_form(client, db):
    response = client.get(reverse("wagtailmedia:index"))
    assert response.status_code == 302 and "login" in response["Location"]
