"""Uploaded files are served with byte ranges, and only those that anybody may have."""

import mimetypes
from pathlib import Path

import pytest

pytestmark = pytest.mark.django_db

CONTENT = bytes(range(256)) * 4


@pytest.fixture
def sound(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "talk.mp3").write_bytes(CONTENT)
    return "/media/media/talk.mp3"


def body(response):
    return b"".join(response.streaming_content)


def test_a_whole_file_says_that_ranges_may_be_asked_for(client, sound):
    response = client.get(sound)
    assert response.status_code == 200
    assert response["Accept-Ranges"] == "bytes"
    assert response["Content-Type"] == "audio/mpeg"
    assert body(response) == CONTENT


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=1000-", 1000, 1023),
        ("bytes=-24", 1000, 1023),
        ("bytes=-5000", 0, 1023),
        ("bytes=1000-9999", 1000, 1023),
    ],
)
def test_a_range_gets_just_its_bytes(client, sound, asked, first, last):
    response = client.get(sound, headers={"Range": asked})
    assert response.status_code == 206
    assert response["Content-Range"] == f"bytes {first}-{last}/1024"
    assert int(response["Content-Length"]) == last - first + 1
    assert body(response) == CONTENT[first : last + 1]


@pytest.mark.parametrize("asked", ["bytes=2000-", "bytes=20-10", "bytes=-0"])
def test_an_impossible_range_is_answered_416(client, sound, asked):
    response = client.get(sound, headers={"Range": asked})
    assert response.status_code == 416
    assert response["Content-Range"] == "bytes */1024"


@pytest.mark.parametrize("asked", ["bytes=-", "bytes=0-1,5-6", "lines=1-2", "nonsense"])
def test_a_range_that_is_not_understood_gets_the_whole_file(client, sound, asked):
    response = client.get(sound, headers={"Range": asked})
    assert response.status_code == 200
    assert body(response) == CONTENT


def test_nothing_outside_the_media_folder_is_served(client, sound, settings):
    secret = Path(settings.MEDIA_ROOT).parent / "secret.txt"
    secret.write_text("secret")
    for path in ("../secret.txt", "media/../../secret.txt", "%2e%2e/secret.txt"):
        assert client.get(f"/media/{path}").status_code == 404
    assert client.get("/media/media").status_code == 404


@pytest.mark.parametrize(
    "address",
    ["/media/", "/media/gone.jpg", "/media/gone/", "/media/a/b.mp3", "/documents/999/gone.pdf"],
)
def test_a_file_that_is_not_there_is_not_found_and_is_no_page_in_some_language(client, address):
    response = client.get(address, headers={"Accept-Language": "hi"})
    assert response.status_code == 404
    assert "Location" not in response.headers
    assert "Accept-Language" in response.headers["Vary"]


def test_documents_and_originals_are_not_served_past_their_permissions(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for folder in ("documents", "original_images"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.pdf").write_bytes(b"%PDF")
        assert client.get(f"/media/{folder}/a.pdf").status_code == 404


def test_what_could_run_scripts_is_downloaded_and_boxed_in(client, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    for name in ("a.svg", "a.html"):
        (tmp_path / name).write_text("<svg/>")
        response = client.get(f"/media/{name}")
        assert response["Content-Disposition"] == "attachment"
        assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.mp3", "audio/mpeg"),
        ("a.M4A", "audio/mp4"),
        ("a.ogg", "audio/ogg"),
        ("a.avif", "image/avif"),
        ("a.webp", "image/webp"),
    ],
)
def test_pictures_and_sound_are_shown_whatever_the_machine_knows_of_them(
    client, settings, tmp_path, monkeypatch, name, kind
):
    monkeypatch.setattr(mimetypes, "guess_type", lambda *args: (None, None))
    settings.MEDIA_ROOT = tmp_path
    (tmp_path / name).write_bytes(CONTENT)
    response = client.get(f"/media/{name}")
    assert response["Content-Type"] == kind
    assert response["Content-Disposition"] == "inline"
