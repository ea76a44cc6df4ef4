"""Small documents, made byte by byte or by python-docx, as tests need them."""

import io
import zipfile

import docx
from django.core.files.base import ContentFile

from core.models import HubDocument

_XML = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(*pages):
    """Return a PDF in which each text is a page, in whatever script.

    The font has a glyph for each character and a table that says which: what readers of PDFs go by
    (ISO 32000-1, 9.10.3).
    """
    characters = sorted(set("".join(pages)))
    font, descendant, table = (3 + 2 * len(pages) + n for n in range(3))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: _dictionary(
            "/Type/Pages",
            f"/Kids[{' '.join(f'{3 + 2 * n} 0 R' for n in range(len(pages)))}]",
            f"/Count {len(pages)}",
        ),
        font: _dictionary(
            "/Type/Font/Subtype/Type0/BaseFont/Sans/Encoding/Identity-H",
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {table} 0 R",
        ),
        descendant: _dictionary(
            "/Type/Font/Subtype/CIDFontType2/BaseFont/Sans/DW 500",
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
        ),
        table: _stream(_to_unicode(characters)),
    }
    for number, text in enumerate(pages):
        codes = "".join(f"{characters.index(character) + 1:04x}" for character in text)
        objects[3 + 2 * number] = _dictionary(
            "/Type/Page/Parent 2 0 R/MediaBox[0 0 9000 800]",
            f"/Resources<</Font<</F {font} 0 R>>>>/Contents {4 + 2 * number} 0 R",
        )
        objects[4 + 2 * number] = _stream(f"BT /F 12 Tf 20 700 Td <{codes}> Tj ET".encode())
    return pdf_of(objects)


def pdf_of(objects, trailer=""):
    """Return a PDF of these objects, bytes by number; 1 is its catalogue."""
    content = bytearray(b"%PDF-1.7\n")
    places = {}
    for number, value in sorted(objects.items()):
        places[number] = len(content)
        content += b"%d 0 obj\n%s\nendobj\n" % (number, value)
    start = len(content)
    content += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        content += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    content += f"trailer\n<</Size {size}/Root 1 0 R{trailer}>>\n".encode()
    content += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(content)


def locked_pdf():
    """Return a PDF that asks for a password; its words are never decrypted here."""
    key = "00" * 32
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[]/Count 0>>",
        3: f"<</Filter/Standard/V 1/R 2/Length 40/O<{key}>/U<{key}>/P -4>>".encode(),
    }
    return pdf_of(objects, f"/Encrypt 3 0 R/ID[<{key[:32]}><{key[:32]}>]")


def word(*paragraphs):
    """Return a Word file of these paragraphs."""
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    return _saved(made)


def word_of(body, before=""):
    """Return a Word file whose body is this markup; `w:` is Word's namespace.

    `before` stands before the root, as a declaration of entities does.
    """
    with zipfile.ZipFile(io.BytesIO(word())) as empty:
        parts = {name: empty.read(name) for name in empty.namelist()}
    document = f'{before}<w:document xmlns:w="{_XML}"><w:body>{body}</w:body></w:document>'
    parts["word/document.xml"] = document.encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def kept(content, name, **fields):
    """Keep a document as an upload does, and return it."""
    return HubDocument.objects.create(
        title=fields.pop("title", name), file=ContentFile(content, name), **fields
    )


def _saved(made):
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _dictionary(*parts):
    return f"<<{''.join(parts)}>>".encode()


def _stream(content):
    return b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content)


def _to_unicode(characters):
    pairs = "\n".join(
        f"<{n:04x}> <{character.encode('utf-16-be').hex()}>"
        for n, character in enumerate(characters, start=1)
    )
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
        f"{len(characters)} beginbfchar\n{pairs}\nendbfchar\nendcmap end end"
    ).encode()
