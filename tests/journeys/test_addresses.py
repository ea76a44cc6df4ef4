"""Addresses that nobody meant: each gets a sensible answer, and none what it should not get."""

import http.client
import re
from urllib.parse import urlsplit

import pytest

ARTICLE = "/en/guides/run-charts-for-ward-teams/"
SECRET = "only for those who are allowed"


@pytest.fixture
def ask(hub_server):
    """Return a function that sends an address as it stands; gives status, headers and body."""
    host = urlsplit(hub_server.url).netloc

    def send(path, **headers):
        connection = http.client.HTTPConnection(host, timeout=60)
        try:
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    return send


@pytest.mark.parametrize(
    ("path", "statuses"),
    [
        ("/hi/edges/empty/", {404}),
        ("/xx/", {302, 404}),
        ("/en/xx/", {404}),
        ("/en/guides", {301, 302}),
        ("/en/" + "a/" * 500, {404}),
        ("/en/" + "a" * 3000 + "/", {404}),
        ("/en/" + "a" * 9000, {400, 414}),
        ("/en/%00/", {404}),
        ("/en/%ff%fe/", {404}),
        ("/en/guides/../../admin/", {404}),
        ("/en/guides/%2e%2e/", {404}),
        ("/en/search/?q=%00&topic=%00&year=%00&page=%00", {200}),
        ("/en/search/?q=%ff&language=%ff", {200}),
        ("/en/search/?q=" + "a" * 3000, {200}),
        ("/en/search/?q=%27%22%28%29%2A%3A%5E-AND+OR+NOT", {200}),
        ("/en/search/?page=-1", {200}),
        ("/en/search/?page=99999999999999999999999", {200}),
        ("/en/search/?year=99999999999999999999999&country=..&outcome=%3Cb%3E", {200}),
        ("/en/search/?q=a&format=json&page=x", {200}),
        ("/en/search/suggest/?q=%00", {200}),
        ("/en/guides/?topic=no-such-topic&page=7", {200}),
        ("/.env", {302, 404}),
        ("/.git/config", {302, 404}),
    ],
)
def test_an_odd_address_gets_a_sensible_answer(ask, path, statuses):
    status, _headers, _body = ask(path)
    assert status in statuses


@pytest.mark.parametrize("path", ["//example.org/", "//example.org", "/\\example.org/", "///x"])
def test_nobody_is_led_to_another_site(ask, path):
    status, headers, _body = ask(path)
    target = headers.get("Location", "/")
    assert status < 500
    assert target.startswith("/")
    assert not re.match(r"[/\\]{2}", target)


@pytest.fixture
def kept_file(hub_server):
    """A document as it lies on the disk."""
    folder = hub_server.media / "documents"
    folder.mkdir(exist_ok=True)
    file = folder / "kept.txt"
    file.write_text(SECRET)
    return file


@pytest.mark.parametrize(
    "path",
    [
        "/media/documents/kept.txt",
        "/media/./documents/kept.txt",
        "/media//documents/kept.txt",
        "/media/images/../documents/kept.txt",
        "/media/documents%2fkept.txt",
        "/media/%2e/documents/kept.txt",
        "/media/../hub.sqlite3",
        "/media/..%2fhub.sqlite3",
        "/media/%2e%2e/server.log",
        "/static/../media/documents/kept.txt",
        "/media/",
        "/media/images/",
        "/media/%00",
    ],
)
def test_what_is_kept_from_readers_cannot_be_fetched_as_media(ask, kept_file, path):
    status, _headers, body = ask(path)
    assert status in {302, 404}
    assert SECRET.encode() not in body


@pytest.fixture
def picture(ask):
    """The address of a picture that an article shows, and its bytes."""
    _status, _headers, body = ask(ARTICLE)
    path = re.search(rb'src="(/media/[^"]+)"', body)[1].decode()
    return path, ask(path)[2]


@pytest.mark.parametrize(
    ("asked", "part"),
    [
        ("bytes=0-99", slice(0, 100)),
        ("bytes=100-", slice(100, None)),
        ("bytes=-50", slice(-50, None)),
    ],
)
def test_a_part_of_a_media_file_is_sent_when_a_part_is_asked_for(ask, picture, asked, part):
    path, whole = picture
    status, headers, body = ask(path, Range=asked)
    assert status == 206
    assert body == whole[part]
    assert headers["Content-Range"].endswith(f"/{len(whole)}")


def test_a_part_behind_the_end_is_refused(ask, picture):
    path, whole = picture
    status, headers, _body = ask(path, Range=f"bytes={len(whole)}-")
    assert status == 416
    assert headers["Content-Range"] == f"bytes */{len(whole)}"
