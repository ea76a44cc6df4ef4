"""What hits are made of, read in one statement.

The ORM takes longer to write such a statement than the database to answer it, so it is written
out here.
"""

from .addresses import addresses
from .models import Entry, EntryText

_SELECT = (
    "SELECT e.page_id, e.type, e.title, e.summary, e.language, e.outcome, e.year, e.sort_date, "
    "e.is_illustrative, e.resource, e.filed, p.url_path, t.body, EXISTS (SELECT 1 "
    "FROM translations_version v JOIN translations_translationstate s ON s.version_id = v.id "
    "WHERE v.object_id = e.page_id AND v.content_type_id = p.content_type_id "
    "AND s.status = 'outdated') AS is_outdated FROM search_entry e "
    "JOIN wagtailcore_page p ON p.id = e.page_id "
    "LEFT JOIN search_entrytext t ON t.entry_id = e.page_id WHERE e.page_id IN "
)


def read(page_ids: list[int]) -> tuple[dict[int, Entry], dict[int, str]]:
    """Return the entries of these pages with their texts, and their addresses, by page.

    Both go in the order asked for; pages that have no entry any more are missing.
    """
    if not page_ids:
        return {}, {}
    marks = ", ".join(["%s"] * len(page_ids))
    read = {entry.pk: entry for entry in Entry.objects.raw(f"{_SELECT}({marks})", page_ids)}
    entries = {pk: read[pk] for pk in page_ids if pk in read}
    for entry in entries.values():
        EntryText(entry=entry, body=entry.body or "")
    urls = addresses([entry.url_path for entry in entries.values()])
    return entries, {pk: urls[entry.url_path] for pk, entry in entries.items()}
