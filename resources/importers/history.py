"""What earlier imports wrote, kept in the pages' history.

Each import leaves an entry in a page's history with a fingerprint of every value it took from
the file. The next import compares: a value the file has not changed is left alone, and one that
an editor has changed since is the editor's.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _
from wagtail.models import PageLogEntry

ACTION = "resources.import"
LABEL = _("Import")
MESSAGE = _("Imported from a file")
CHUNK = 500


@dataclass(frozen=True)
class PastImport:
    """The latest import of one page: its revision, and column -> fingerprint."""

    revision_id: int | None = None
    fingerprints: dict[str, str] = field(default_factory=dict)


def past_imports(page_ids: Iterable[int]) -> dict[int, PastImport]:
    """The latest import of each page that has one."""
    found = {}
    ids = list(page_ids)
    for start in range(0, len(ids), CHUNK):
        entries = (
            PageLogEntry.objects.filter(action=ACTION, page_id__in=ids[start : start + CHUNK])
            .order_by("timestamp", "pk")
            .values_list("page_id", "revision_id", "data")
        )
        for page_id, revision_id, data in entries:
            found[page_id] = PastImport(revision_id, data.get("fingerprints", {}))
    return found
