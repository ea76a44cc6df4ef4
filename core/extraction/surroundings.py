"""What a document says beside its text: its properties, headers, footers and remarks."""

import io
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from pypdfium2 import PdfDocument, PdfiumError

from .limits import MOST_UNPACKED_BYTES
from .passages import Passage, Unreadable

_TAG = re.compile(r"<[^<>]*>")
_WRITTEN = (".xml", ".rels")


def of_pdf(content: bytes) -> Iterator[Passage]:
    """Yield title, author and the like as they stand in a PDF; raises Unreadable."""
    try:
        properties = PdfDocument(content).get_metadata_dict(skip_empty=True)
    except PdfiumError as error:
        raise Unreadable("damaged") from error
    for value in properties.values():
        yield 0, value


def of_office_file(content: bytes) -> Iterator[Passage]:
    """Yield all that is written in an archive of XML, short parts first; raises Unreadable.

    Each twice, with and without a space in place of its markup: words may be divided by it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = sorted(archive.infolist(), key=lambda entry: entry.file_size)
            if sum(entry.file_size for entry in entries) > MOST_UNPACKED_BYTES:
                raise Unreadable("too_much")
            for entry in entries:
                if entry.filename.endswith(_WRITTEN):
                    markup = archive.read(entry).decode(errors="replace")
                    yield 0, unescape(_TAG.sub("", markup))
                    yield 0, unescape(_TAG.sub(" ", markup))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise Unreadable("damaged") from error


def of_text(content: bytes) -> Iterator[Passage]:
    """Yield a file of plain text as it is."""
    yield 0, content.decode(errors="replace")
