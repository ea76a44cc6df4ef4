"""The names that Google Scholar and Zotero read."""

from resources.citations.pages import ends_of
from resources.citations.work import authors_of, is_paper


def citation_meta(page):
    """Return them for a paper as a list of {"name", "content"}; [] for other pages.

    Names: https://scholar.google.com/intl/en/scholar/inclusion.html#indexing
    """
    if not is_paper(page):
        return []
    first, last = ends_of(page.pages)
    found = [
        ("citation_title", page.cited_title),
        *(("citation_author", name) for name in authors_of(page)),
        ("citation_publication_date", str(page.year or "")),
        ("citation_journal_title", page.journal),
        ("citation_volume", page.volume),
        ("citation_issue", page.issue),
        ("citation_firstpage", first),
        ("citation_lastpage", last),
        ("citation_doi", page.doi),
        ("citation_pmid", page.pmid),
    ]
    return [{"name": name, "content": content} for name, content in found if content]
