"""The formats that translators' programs read and write."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import po, xliff
from .encoding import decode
from .problems import refusal
from .reading import Reading

# The longest transcript, twice, in a script of three bytes a letter.
MAX_BYTES = 10 * 1024 * 1024


@dataclass(frozen=True)
class Format:
    """A format of files: what writes it, and what the files are called and sent as."""

    write: Callable
    extension: str
    content_type: str


PO = Format(po.write, "po", "text/x-gettext-translation; charset=utf-8")
XLIFF = Format(xliff.write, "xlf", "application/xliff+xml; charset=utf-8")


def read(data: bytes) -> Reading:
    """Return what a file says, whatever it is called.

    Raises Refused for one that is too large, damaged, unsafe or in no format that is known.
    """
    if len(data) > MAX_BYTES:
        message = _("The file is larger than {limit} MB.")
        raise refusal(1, message.format(limit=MAX_BYTES // (1024 * 1024)))
    text = decode(data)
    if text.lstrip().startswith("<"):
        reading = xliff.read(text)
    elif "msgid" in text:
        reading = po.read(text)
    else:
        raise refusal(1, _("This is neither a PO nor an XLIFF 1.2 file."))
    if not reading.entries:
        raise refusal(text.count("\n") + 1, _("There is no passage in this file."))
    return reading
