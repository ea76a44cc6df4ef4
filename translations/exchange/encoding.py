"""Bytes of an upload to text."""

import codecs
import re

from django.utils.translation import gettext as _

from .problems import refusal

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Where PO and XML say what they are written in.
_STATED = re.compile(rb"""(?:charset=|<\?xml[^>]*\bencoding\s*=\s*["'])([\w.:-]+)""")
_READ = {"utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "ascii"}


def decode(data: bytes) -> str:
    """Return a file's text with `\\n` line ends: UTF-8, or UTF-16 that begins with its mark.

    Raises Refused, with the line, for every other encoding and for what is no text.
    """
    if data.startswith(_UTF16):
        text = _decoded(data, "utf-16")
    else:
        _require_stated_utf8(data)
        text = _decoded(data, "utf-8-sig")
    if "\0" in text:
        raise refusal(text.count("\n", 0, text.index("\0")) + 1, _not_utf8())
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(data, name):
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(name, errors="replace")
        raise refusal(before.count("\n") + 1, _not_utf8()) from error


def _require_stated_utf8(data):
    """Refuse what says it is written otherwise, unless it is the same in both."""
    stated = _STATED.search(data[:4096])
    if stated is None or data.isascii():
        return
    try:
        name = codecs.lookup(stated[1].decode("ascii")).name
    except LookupError:
        return
    if name not in _READ:
        raise refusal(data.count(b"\n", 0, stated.start()) + 1, _not_utf8())


def _not_utf8():
    return _("This is not UTF-8. Save the file as UTF-8 and upload it again.")
