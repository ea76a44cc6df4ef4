"""Whether a document that readers may download tells a facility's name."""

import hashlib

from django.core.cache import cache

from core.extraction import reading
from core.models import HubDocument

from .names import Names

# One publication asks several times: for the form, for the page and for each of its languages.
_SECONDS = 600


def tells(document: HubDocument, names: Names) -> bool:
    """Tell whether a document's title, file name, text or properties have one of the names.

    Text that is pictures only, as in a scan, is not read. A file that is gone tells nothing.
    """
    shown = [document.title, document.filename]
    text = getattr(document, "text", None)
    if text:
        shown += [words for _page, words in text.passages]
    return any(map(names.are_told_by, shown)) or _is_told_around(document, names)


def _is_told_around(document, names):
    """Tell it of what stands beside the text, from memory where the same file was just asked."""
    try:
        key = _key(document, names)
        found = cache.get(key)
        if found is None:
            with document.file.open("rb") as file:
                around = reading.read_around(file, document.file_extension)
            found = any(names.are_told_by(words) for _page, words in around.passages)
            cache.set(key, found, _SECONDS)
    except OSError:
        return False
    return found


def _key(document, names):
    mark = hashlib.sha256("\n".join(names.looked_for).encode())
    with document.file.open("rb") as file:
        for chunk in file.chunks():
            mark.update(chunk)
    return f"anonymity.{mark.hexdigest()}"
