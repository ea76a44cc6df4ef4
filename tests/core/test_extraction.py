"""The text of documents is kept for search, and a hostile one harms nothing."""

import io
import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse

from accounts.models import User
from core.extraction import keeping, limits, reading
from core.models import DocumentText, HubDocument, TextState

from .documents import kept, locked_pdf, pdf, pdf_of, word, word_of

ROOT = Path(__file__).resolve().parents[2]
PARAGRAPH = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def upload(db, django_capture_on_commit_callbacks):
    """Return a function that keeps a document, and lets the worker read it."""

    def keep(content, name, **fields):
        with django_capture_on_commit_callbacks(execute=True):
            return kept(content, name, **fields)

    return keep


@pytest.fixture
def read(tmp_path):
    """Return a function that reads the bytes of a file of a kind."""

    def read_bytes(content, kind):
        path = tmp_path / "document"
        path.write_bytes(content)
        with path.open("rb") as file:
            return reading.read(file, kind)

    return read_bytes


def test_a_pdf_is_read_page_by_page_in_every_script(read):
    found = read(pdf("Kangaroo care", "नवजात शिशु की देखभाल", "ทารกแรกเกิด"), "pdf")
    assert found.state == TextState.READ
    assert found.passages == ((1, "Kangaroo care"), (2, "नवजात शिशु की देखभाल"), (3, "ทารกแรกเกิด"))


def test_a_word_file_is_read_with_its_tables_and_without_what_was_deleted_in_it(read):
    table = "<w:tbl><w:tr><w:tc>" + PARAGRAPH.format("in a table") + "</w:tc></w:tr></w:tbl>"
    changed = "<w:p><w:del><w:r><w:delText>secret</w:delText></w:r></w:del></w:p>"
    found = read(word_of(PARAGRAPH.format("नवजात") + changed + table), "docx")
    assert found.passages == ((0, "नवजात in a table"),)


def test_a_long_word_file_is_kept_in_passages_of_whole_paragraphs(read):
    paragraphs = [f"word{number} " * 100 for number in range(9)]
    found = read(word(*paragraphs), "docx")
    assert len(found.passages) > 2
    assert all(len(text) <= limits.PASSAGE_CHARACTERS for _page, text in found.passages)
    assert " ".join(text for _page, text in found.passages) == "".join(paragraphs).strip()


def test_no_more_than_so_many_pages_are_read(read):
    found = read(pdf(*(f"page {number}" for number in range(1, 10_001))), "pdf")
    assert found.passages[-1] == (limits.MOST_PAGES, f"page {limits.MOST_PAGES}")


def test_no_more_than_so_many_characters_are_kept(read):
    found = read(word_of(PARAGRAPH.format("word " * 400_000)), "docx")
    assert sum(len(text) for _page, text in found.passages) == limits.MOST_CHARACTERS - 1


def test_a_scan_has_nothing_that_can_be_read(read):
    assert read(pdf(""), "pdf") == reading.Reading(TextState.EMPTY)


def test_a_pdf_that_asks_for_a_password_is_not_read(read):
    assert read(locked_pdf(), "pdf").state == TextState.LOCKED


LOOP = {
    1: b"<</Type/Catalog/Pages 2 0 R>>",
    2: b"<</Type/Pages/Kids[2 0 R 3 0 R]/Count 1000000000>>",
    3: b"<</Type/Pages/Kids[2 0 R]/Count 1000000000/Parent 3 0 R>>",
}


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("pdf", pdf("Kangaroo care")[:300]),
        ("pdf", b"MZ\x90\x00 a program"),
        ("pdf", pdf_of(LOOP)),
        ("docx", word("Kangaroo care")[:3000]),
        ("docx", pdf("Kangaroo care")),
        ("docx", word_of("<w:p>")),
    ],
    ids=["cut off", "a program", "a loop", "half an archive", "another kind", "broken markup"],
)
def test_a_broken_document_is_told_from_an_empty_one(read, kind, content):
    assert read(content, kind) == reading.Reading(TextState.DAMAGED)


def pdf_bomb():
    """A small PDF whose page unpacks to more than a gigabyte, packed twice as it is."""
    packer = zlib.compressobj(9)
    first, again = (
        packer.compress(b"BT (x) Tj ET\n" * 100_000) + packer.flush(zlib.Z_FULL_FLUSH)
        for _ in range(2)
    )
    twice = zlib.compress(first + again * 1_000, 9)
    return pdf_of(
        {
            1: b"<</Type/Catalog/Pages 2 0 R>>",
            2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
            4: b"<</Filter[/FlateDecode/FlateDecode]/Length %d>>\nstream\n%s\nendstream"
            % (len(twice), twice),
        }
    )


def test_a_document_that_unpacks_to_something_huge_is_given_up(read):
    bomb = word_of("<w:p/>" * (limits.MOST_UNPACKED_BYTES // 5))
    assert len(bomb) < 2**20 and len(pdf_bomb()) < 2**20
    assert read(bomb, "docx").state == TextState.TOO_MUCH
    assert read(pdf_bomb(), "pdf").state == TextState.TOO_MUCH


def test_a_process_that_never_ends_is_killed():
    children = Path(f"/proc/self/task/{os.getpid()}/children")
    before = children.read_text()
    reader, writer = os.pipe()
    began = time.monotonic()
    with os.fdopen(reader, "rb") as endless, os.fdopen(writer, "wb"):
        found = reading.read(endless, "pdf", seconds=0.5)
    assert found.state == TextState.TOO_MUCH
    assert time.monotonic() - began < 10
    assert children.read_text() == before


def test_nothing_outside_of_the_file_is_read(read, tmp_path):
    (tmp_path / "secret.txt").write_text("hidden")
    entity = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{tmp_path}/secret.txt">]>'
    content = word_of(PARAGRAPH.format("before &x; after"), before=entity)
    assert "hidden" not in str(read(content, "docx"))


@pytest.mark.parametrize(
    ("says", "believed"),
    [
        ("echo nonsense", reading.Reading(TextState.DAMAGED)),
        ('echo \'{"state": "public"}\'', reading.Reading(TextState.DAMAGED)),
        ("echo '{\"passages\": [[1]]}'", reading.Reading(TextState.DAMAGED)),
        ('echo \'{"passages": [[1, "a\\u0000b"]]}\'', reading.Reading("read", ((1, "a b"),))),
        ("yes", reading.Reading(TextState.TOO_MUCH)),
    ],
)
def test_a_process_that_was_taken_over_is_not_believed(says, believed, read, monkeypatch, tmp_path):
    program = tmp_path / "taken-over"
    program.write_text(f"#!/bin/sh\n{says}\n")
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    assert read(b"", "pdf") == believed


@pytest.mark.parametrize(
    "attempt",
    ["open('/etc/passwd')", "import socket; socket.socket()", "bytearray(2 * 2**30)"],
)
def test_the_process_that_reads_can_open_nothing_and_take_little(attempt):
    program = f"from core.extraction import child\nchild.confine()\n{attempt}"
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert ended.returncode == 1
    assert b"Too many open files" in ended.stderr or b"MemoryError" in ended.stderr


def test_an_uploaded_document_is_read_by_the_worker(upload):
    document = upload(pdf("Kangaroo care"), "care.pdf")
    assert document.text.state == TextState.WAITING
    document.text.refresh_from_db()
    assert document.text.state == TextState.READ
    assert document.text.passages == [[1, "Kangaroo care"]]


def test_documents_of_other_kinds_are_not_read(upload):
    upload(b"a;b\n", "table.csv")
    assert not DocumentText.objects.exists()


def test_a_new_file_takes_the_place_of_what_was_read(upload, django_capture_on_commit_callbacks):
    document = upload(pdf("Kangaroo care"), "care.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        document.file = ContentFile(word("Delayed bathing"), "care.docx")
        document.save()
        assert DocumentText.objects.get().passages == []
    assert DocumentText.objects.get().passages == [[0, "Delayed bathing"]]
    with django_capture_on_commit_callbacks(execute=True):
        document.file = ContentFile(b"a;b\n", "care.csv")
        document.save()
    assert not DocumentText.objects.exists()


def test_a_new_title_is_no_reason_to_read_again(upload, django_capture_on_commit_callbacks):
    document = upload(pdf("Kangaroo care"), "care.pdf")
    with django_capture_on_commit_callbacks() as callbacks:
        document.title = "Care"
        document.save()
        assert DocumentText.objects.get().state == TextState.READ
    assert not any("read_document" in repr(callback) for callback in callbacks)


def test_what_is_read_too_late_is_thrown_away(upload, monkeypatch):
    document = upload(pdf("Kangaroo care"), "care.pdf")

    def replaced_meanwhile(file, kind):
        found = reading.Reading("read", ((1, "the old file"),))
        DocumentText.objects.update(file_name="documents/new.pdf", passages=[])
        return found

    monkeypatch.setattr(keeping.reading, "read", replaced_meanwhile)
    keeping.read(document.pk)
    assert DocumentText.objects.get().passages == []


def test_the_text_goes_with_its_document(upload):
    upload(pdf("Kangaroo care"), "care.pdf").delete()
    assert not DocumentText.objects.exists()


def test_an_editor_sees_why_a_document_is_not_found(upload, client, caplog):
    document = upload(locked_pdf(), "care.pdf", title="Plan of the ward")
    client.force_login(User.objects.create_superuser("boss", "boss@hub.invalid", "x"))
    page = client.get(reverse("wagtaildocs:edit", args=[document.pk])).content.decode()
    assert str(TextState.LOCKED.label) in page
    assert f"Document {document.pk} could not be read: locked." in caplog.text
    assert "Plan of the ward" not in caplog.text and "care" not in caplog.text


def test_a_command_reads_what_no_worker_has_read(db):
    kept(pdf("Kangaroo care"), "care.pdf")
    kept(b"a;b\n", "table.csv")
    lost = kept(pdf("Lost"), "lost.pdf")
    lost.file.storage.delete(lost.file.name)
    DocumentText.objects.all().delete()
    said = [run_read_documents() for _ in range(2)]
    assert said == [
        f"1 × {TextState.DAMAGED.label}\n1 × {TextState.READ.label}\n",
        "No document to read.\n",
    ]
    assert run_read_documents("--all") == said[0]
    assert HubDocument.objects.get(title="care.pdf").text.passages == [[1, "Kangaroo care"]]


def run_read_documents(*arguments):
    said = io.StringIO()
    call_command("read_documents", *arguments, stdout=said)
    return said.getvalue()
