"""Bytes of a file to text, or the lines where they are not text."""

import codecs

from django.utils.translation import gettext as _

from .report import ImportRefused, Report

UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
KNOWN_BINARIES = {
    b"%PDF": "PDF",
    b"PK\x03\x04": "ZIP, XLSX, DOCX",
    b"\xd0\xcf\x11\xe0": "XLS, DOC",
    b"\x1f\x8b": "GZIP",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"SQLite format 3": "SQLite",
}


def decode(data: bytes, report: Report) -> str:
    """The file as text with `\\n` line ends. UTF-8, with or without its mark, or marked UTF-16.

    Lines in another encoding go to the report and come back with replacement characters, so
    that the rest of the file is still checked. Raises ImportRefused for what is no text at all.
    """
    refuse_binary(data)
    if data.startswith(UTF16_MARKS):
        try:
            return _with_plain_line_ends(data.decode("utf-16"))
        except UnicodeDecodeError as error:
            raise ImportRefused(
                _("The file says it is UTF-16 but is damaged. Save it as UTF-8.")
            ) from error
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return _with_plain_line_ends(data.decode("utf-8"))
    except UnicodeDecodeError:
        _report_bad_lines(data, report)
        return _with_plain_line_ends(data.decode("utf-8", errors="replace"))


def refuse_binary(data: bytes) -> None:
    """Raises ImportRefused for an empty file or one that is no text."""
    if not data.strip():
        raise ImportRefused(_("The file is empty."))
    for mark, kind in KNOWN_BINARIES.items():
        if data.startswith(mark):
            raise ImportRefused(
                _("This is a binary file ({kind}), not what its name says.").format(kind=kind)
            )
    if b"\0" in data and not data.startswith(UTF16_MARKS):
        line = data.count(b"\n", 0, data.index(b"\0")) + 1
        raise ImportRefused(
            _(
                "line {line}: a null byte. This is a binary file or UTF-16 without its mark. "
                "Save it as UTF-8."
            ).format(line=line)
        )


def _with_plain_line_ends(text: str) -> str:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _report_bad_lines(data: bytes, report: Report) -> None:
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for number, line in enumerate(lines, start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            report.add(
                _(
                    "byte 0x{byte:02X} is not UTF-8. Save the file as UTF-8 and import again."
                ).format(byte=line[error.start]),
                number,
            )
