"""The text of a PDF, page by page, as PDFium finds it."""

from collections.abc import Iterator

from pypdfium2 import PdfDocument, PdfiumError
from pypdfium2.raw import FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

from .limits import MOST_PAGES
from .passages import Passage, Unreadable


def passages(content: bytes) -> Iterator[Passage]:
    """Yield the text of each page; raises Unreadable.

    A page that cannot be read is passed over. What is not printed on a page, such as remarks and
    form fields, is not looked at.
    """
    try:
        document = PdfDocument(content)
    except PdfiumError as error:
        locked = error.err_code in {FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY}
        raise Unreadable("locked" if locked else "damaged") from error
    for number in range(min(len(document), MOST_PAGES)):
        yield number + 1, _text_of(document, number)


def _text_of(document: PdfDocument, number: int) -> str:
    try:
        page = document[number]
        try:
            return page.get_textpage().get_text_bounded()
        finally:
            page.close()
    except PdfiumError:
        return ""
