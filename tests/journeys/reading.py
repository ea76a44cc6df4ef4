"""Pages as a server sends them to whoever asks, without a browser."""

import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from xml.etree import ElementTree

from core.languages import CONTENT_LANGUAGES

LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
# What no sitemap lists, below each language's address.
BESIDES = (
    "search/",
    "search/?q=kangaroo",
    "search/?q=%22%3Cb%3E%26",
    "search/?q=zzzzzz&outcome=did_not_work",
    "search/?topic=kangaroo-mother-care&page=2",
    "search/?q=kangaroo&sort=fit&here_level=primary&here_role=nurses&here_equipment=none",
    "initiatives/?outcome=worked",
    "fit/",
    "no-such-page/",
)

# Sections of pages made to be difficult, which tests of their own look at.
EDGES = ("edges", "edge-podcast")


def fetch(url):
    """Return the page at an address, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.read().decode()


def fetch_all(base):
    """Return {path: HTML} of all that the sitemap of the hub at `base` lists, and of BESIDES."""
    sitemap = ElementTree.fromstring(fetch(f"{base}/sitemap.xml"))
    listed = [location.text.removeprefix(base) for location in sitemap.iter(LOCATION)]
    besides = [f"/{language.code}/{path}" for language in CONTENT_LANGUAGES for path in BESIDES]
    paths = [*listed, *besides, "/en/edges/hidden/", "/hi/guides/outdated/?compare"]
    with ThreadPoolExecutor(2) as pool:
        pages = pool.map(fetch, [base + path for path in paths])
        return dict(zip(paths, pages, strict=True))


def heaviest_of_each_kind(pages, language):
    """Return the paths to look at in one language: of each section, its list and longest page.

    A section is what stands first after the language in an address.
    """
    prefix = f"/{language}/"
    found = {}
    for path in pages:
        section, _slash, rest = path.removeprefix(prefix).partition("/")
        if path.startswith(prefix) and section not in EDGES and "=%22" not in path:
            kind = (section, rest if rest.startswith("?") else bool(rest))
            found[kind] = max(found.get(kind, ""), path, key=lambda each: len(pages.get(each, "")))
    return sorted(found.values())
