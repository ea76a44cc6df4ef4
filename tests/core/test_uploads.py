"""Uploads that are not what they say are refused, and nothing of them is stored."""

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from accounts.models import User
from core.models import HubDocument, HubImage
from core.uploads import MAX_UNPACKED_BYTES, validate_document

PDF = b"%PDF-1.4\n%%EOF\n"


def archive(size, name="word/document.xml"):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file, file.open(name, "w") as entry:
        for _ in range(size // 2**20):
            entry.write(b"\x00" * 2**20)
    return buffer.getvalue()


def picture(width=20, height=20, kind="PNG"):
    buffer = io.BytesIO()
    Image.new("1", (width, height)).save(buffer, kind)
    return buffer.getvalue()


@pytest.fixture
def editor(db, client):
    user = User.objects.create_superuser("boss", "boss@hub.invalid", "x")
    client.force_login(user)
    return client


def test_a_real_pdf_and_a_plain_text_are_taken():
    validate_document(SimpleUploadedFile("a.pdf", PDF))
    validate_document(SimpleUploadedFile("a.csv", "name;नाम\n".encode()))


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.pdf", b"MZ\x90\x00 a program"), ("a.docx", PDF), ("a.txt", b"\x00\x01\x02")],
)
def test_a_file_of_another_type_than_its_name_says_is_refused(name, content):
    with pytest.raises(ValidationError, match="what is in it is something else"):
        validate_document(SimpleUploadedFile(name, content))


def test_an_office_file_that_unpacks_to_something_huge_is_refused():
    bomb = SimpleUploadedFile("a.docx", archive(MAX_UNPACKED_BYTES + 2**20))
    assert bomb.size < 2**20
    with pytest.raises(ValidationError, match="unpacks to more than 200 MB"):
        validate_document(bomb)


def test_a_damaged_office_file_is_refused():
    good = archive(2**20)
    with pytest.raises(ValidationError):
        validate_document(SimpleUploadedFile("a.docx", good[: len(good) // 2]))


def test_a_false_document_sent_to_the_admin_is_refused_and_not_stored(editor):
    response = editor.post(
        "/admin/documents/add/",
        {"title": "False", "file": SimpleUploadedFile("a.pdf", b"MZ a program"), "collection": 1},
    )
    assert "what is in it is something else" in response.text
    assert not HubDocument.objects.exists()


def test_a_real_document_sent_to_the_admin_is_stored(editor):
    file = SimpleUploadedFile("a.pdf", PDF)
    editor.post("/admin/documents/add/", {"title": "Real", "file": file, "collection": 1})
    assert HubDocument.objects.get().title == "Real"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.png", picture(20_000, 20_000), "pixels"),
        ("a.png", b"not a picture", "image"),
        ("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "supported"),
        ("a.png", picture() + b"\x00" * (11 * 2**20), "too big"),
    ],
    ids=["decompression bomb", "text named png", "svg", "too large"],
)
def test_a_picture_that_is_none_is_refused_with_the_reason(editor, name, content, reason):
    response = editor.post(
        "/admin/images/add/", {"title": "P", "file": SimpleUploadedFile(name, content)}
    )
    assert reason in response.text
    assert not HubImage.objects.exists()


def test_a_real_picture_is_stored(editor):
    file = SimpleUploadedFile("a.png", picture())
    editor.post("/admin/images/add/", {"title": "P", "file": file, "collection": 1})
    assert HubImage.objects.get().width == 20
