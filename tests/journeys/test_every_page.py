"""Every page that readers can reach, as the server sends it: valid, and useful without scripts."""

import json
import os
import subprocess
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

LANGUAGES = ("en", "hi", "ar")
LOCATION = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
DATA = "application/ld+json"
BESIDES = (
    "search/",
    "search/?q=kangaroo",
    "search/?q=%22%3Cb%3E%26",
    "search/?q=zzzzzz&outcome=did_not_work",
    "search/?topic=kangaroo-mother-care&page=2",
    "initiatives/?outcome=worked",
    "no-such-page/",
    "edges/hidden/",
)


def fetch(url):
    """Return the page at an address, whatever its status."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.read().decode()
    except urllib.error.HTTPError as answer:
        return answer.read().decode()


@pytest.fixture(scope="module")
def pages(hub_server):
    """Return {path: HTML} of every page of the sitemap, and of pages that no sitemap lists."""
    sitemap = ElementTree.fromstring(fetch(f"{hub_server.url}/sitemap.xml"))
    listed = [location.text for location in sitemap.iter(LOCATION)]
    besides = [f"{hub_server.url}/{code}/{path}" for code in LANGUAGES for path in BESIDES]
    urls = [*listed, *besides]
    paths = [url.removeprefix(hub_server.url) for url in urls]
    with ThreadPoolExecutor(4) as pool:
        return dict(zip(paths, pool.map(fetch, urls), strict=True))


def test_the_sitemap_lists_every_page_in_every_language(pages):
    for language in LANGUAGES:
        guides = [path for path in pages if path.startswith(f"/{language}/guides/")]
        assert len(guides) == 6, guides


def test_every_page_is_valid_html(pages, tmp_path):
    names = {}
    for number, (path, html) in enumerate(pages.items()):
        file = tmp_path / f"{number}.html"
        file.write_text(html, encoding="utf-8")
        names[file.as_uri().replace("file:///", "file:/")] = path
    checker = ("java", "-jar", os.environ["VNU_JAR"], "--format", "json", "--exit-zero-always")
    result = subprocess.run([*checker, tmp_path], capture_output=True, text=True, timeout=300)
    messages = json.loads(result.stderr)["messages"]
    found = [
        f"{names[message['url']]}: {message['message']}: {message.get('extract', '')}"
        for message in messages
    ]
    assert not found, "\n".join(found)


def test_every_page_is_useful_without_scripts(pages):
    for path, html in pages.items():
        document = html5lib.parse(html, namespaceHTMLElements=False)
        main = document.find(".//main")
        heading = main.find(".//h1")
        assert "".join(heading.itertext()).strip(), path
        assert len("".join(main.itertext()).split()) > 10, path
        # Facts for search engines are no program.
        programs = [each for each in document.iter("script") if each.get("type") != DATA]
        assert not programs, path


def test_every_page_names_its_language_direction_and_address(pages, hub_server):
    for path, html in pages.items():
        document = html5lib.parse(html, namespaceHTMLElements=False)
        language = path.split("/")[1]
        assert document.get("lang") == language, path
        assert document.get("dir") == ("rtl" if language == "ar" else "ltr"), path
        canonical = document.find(".//link[@rel='canonical']").get("href")
        assert canonical == hub_server.url + urlsplit(path).path
