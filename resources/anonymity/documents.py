"""Whether a document that readers may download tells a facility's name."""

from core.extraction import reading
from core.models import HubDocument

from .names import Names


def tells(document: HubDocument, names: Names) -> bool:
    """Tell whether a document's title, file name, text or properties have one of the names.

    Text that is pictures only, as in a scan, is not read. A file that is gone tells nothing.
    """
    shown = [document.title, document.filename]
    text = getattr(document, "text", None)
    if text:
        shown += [words for _page, words in text.passages]
    return any(map(names.are_told_by, shown)) or any(
        map(names.are_told_by, _surroundings(document))
    )


def _surroundings(document):
    try:
        with document.file.open("rb") as file:
            found = reading.read_around(file, document.file_extension)
    except OSError:
        return []
    return [words for _page, words in found.passages]
