"""Addresses of many pages at once."""

from urllib.parse import quote

from wagtail.models import Page

# What Django's `reverse` leaves as it is, by RFC 3986.
_UNQUOTED = "!$&'()*+,;=/~:@"


def addresses(url_paths: list[str]) -> dict[str, str]:
    """Return the address of the page at each of these paths, "" for one that has none.

    Siblings' addresses differ in the last part only, so that Wagtail, which takes its time to
    tell, is asked once for each parent; and without the request, for which it would first read
    which site that is of.
    """
    probe = Page()
    parents = {}
    found = {}
    for url_path in url_paths:
        parent, slug = url_path.rstrip("/").rsplit("/", 1)
        if parent not in parents:
            probe.url_path = url_path
            url = probe.get_url()
            parents[parent] = url.rstrip("/").rsplit("/", 1)[0] if url else None
        above = parents[parent]
        found[url_path] = "" if above is None else f"{above}/{quote(slug, safe=_UNQUOTED)}/"
    return found
