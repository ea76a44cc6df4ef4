"""Files that are too large, not what they are called, or bombs are refused with the reason.

Nothing of them is stored: neither a row nor a file.
"""

import struct
import zipfile
import zlib
from io import BytesIO

import pytest
from playwright.sync_api import expect

from tests.journeys.writing import picture

MEGABYTE = 1024 * 1024
BOMB_SIDE = 20_000


def png_bomb():
    """Return a picture of 400 million pixels in less than 100 KB."""
    rows = bytes((1 + BOMB_SIDE // 8) * BOMB_SIDE)
    header = struct.pack(">IIBBBBB", BOMB_SIDE, BOMB_SIDE, 1, 0, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def zip_of(name, content):
    """Return an archive with one file."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def office_bomb():
    """Return what looks like a Word file and unpacks to 300 MB."""
    return zip_of("word/document.xml", bytes(300 * MEGABYTE))


IMAGES = {
    "too large": ("large.jpg", lambda: picture("red") + bytes(11 * MEGABYTE), "too big"),
    "text": ("text.jpg", lambda: b"This is a text.", "valid image"),
    "a web page": ("page.png", lambda: b"<html><script>alert(1)</script>", "valid image"),
    "a bomb": ("bomb.png", png_bomb, "pixels"),
    "a drawing with a script": ("drawing.svg", lambda: b"<svg/>", "Not a supported image format"),
}
DOCUMENTS = {
    "an archive": ("archive.pdf", lambda: zip_of("a.txt", "text"), "something else"),
    "a program": ("program.pdf", lambda: b"MZ" + bytes(4000), "something else"),
    "a program called text": ("program.txt", lambda: b"MZ" + bytes(4000), "something else"),
    "a bomb": ("bomb.docx", office_bomb, "unpacks to more than"),
    "a web page": ("page.html", lambda: b"<script>alert(1)</script>", "not allowed"),
}


def stored(hub_server, table, folder):
    """Return how many rows and files there are."""
    files = [path for path in (hub_server.media / folder).rglob("*") if path.is_file()]
    return hub_server.count(table), len(files)


def upload(page, address, name, content):
    """Upload a file through the admin's own page for it."""
    page.goto(address)
    page.locator("input[type=file]").first.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def said(page, text):
    """Return what the page says, past the texts that it only keeps ready."""
    return page.get_by_role("main").get_by_text(text).filter(visible=True)


@pytest.mark.parametrize("kind", IMAGES)
def test_a_picture_that_is_none_or_too_much_is_refused(signed_in, hub_server, kind):
    name, make, reason = IMAGES[kind]
    before = stored(hub_server, "core_hubimage", "original_images")
    editor = signed_in("editor")
    upload(editor, "/admin/images/multiple/add/", name, make())
    expect(said(editor, reason)).to_be_visible()
    assert stored(hub_server, "core_hubimage", "original_images") == before


@pytest.mark.parametrize("kind", DOCUMENTS)
def test_a_document_that_is_something_else_is_refused(signed_in, hub_server, kind):
    name, make, reason = DOCUMENTS[kind]
    before = stored(hub_server, "core_hubdocument", "documents")
    editor = signed_in("editor")
    upload(editor, "/admin/documents/multiple/add/", name, make())
    expect(said(editor, reason)).to_be_visible()
    assert stored(hub_server, "core_hubdocument", "documents") == before


def test_a_document_that_is_what_it_says_is_kept(signed_in, hub_server):
    before = stored(hub_server, "core_hubdocument", "documents")
    editor = signed_in("editor")
    upload(editor, "/admin/documents/multiple/add/", "tally.csv", b"week,babies\n1,12\n")
    expect(said(editor, "Upload successful")).to_be_visible()
    assert stored(hub_server, "core_hubdocument", "documents") == (before[0] + 1, before[1] + 1)
