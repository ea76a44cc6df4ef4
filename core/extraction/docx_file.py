"""The text of a Word file, paragraph by paragraph, as it stands in the body."""

import io
import zipfile
from collections.abc import Iterable, Iterator

import docx
from docx.oxml.ns import qn
from lxml.etree import XMLSyntaxError

from .limits import MOST_UNPACKED_BYTES, PASSAGE_CHARACTERS
from .passages import Passage, Unreadable

_PARAGRAPH, _TEXT = qn("w:p"), qn("w:t")
_GAPS = (qn("w:tab"), qn("w:br"), qn("w:cr"))
# A drawing is there twice: once more for programs that do not know the first way.
_SECOND_WAY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What python-docx raises for an archive that is no Word file, or a broken one.
_DAMAGES = (KeyError, ValueError, AttributeError, zipfile.BadZipFile, XMLSyntaxError)


def passages(content: bytes) -> Iterator[Passage]:
    """Yield the text of the body, tables and text boxes included; raises Unreadable.

    Remarks, and what was deleted while changes were tracked, are no text of the document. Nothing
    outside of the file is opened: python-docx resolves no entities and follows no links.
    """
    try:
        _require_modest(content)
        body = docx.Document(io.BytesIO(content)).element.body
    except _DAMAGES as error:
        raise Unreadable("damaged") from error
    for drawing in list(body.iter(_SECOND_WAY)):
        drawing.getparent().remove(drawing)
    for text in _put_together(_paragraphs(body)):
        yield 0, text


def _require_modest(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(entry.file_size for entry in archive.infolist()) > MOST_UNPACKED_BYTES:
            raise Unreadable("too_much")


def _paragraphs(body) -> Iterator[str]:
    """Yield what stands between the beginnings of paragraphs: these nest, in text boxes."""
    parts: list[str] = []
    for element in body.iter(_PARAGRAPH, _TEXT, *_GAPS):
        if element.tag == _TEXT:
            parts.append(element.text or "")
        elif element.tag == _PARAGRAPH:
            yield "".join(parts)
            parts = []
        else:
            parts.append(" ")
    yield "".join(parts)


def _put_together(paragraphs: Iterable[str]) -> Iterator[str]:
    group: list[str] = []
    size = 0
    for text in paragraphs:
        if group and size + len(text) > PASSAGE_CHARACTERS:
            yield "\n".join(group)
            group, size = [], 0
        group.append(text)
        size += len(text)
    yield "\n".join(group)
