"""Every page that readers can reach, as the server sends it: valid, and useful without scripts."""

import json
import os
import subprocess
from urllib.parse import urlsplit

import html5lib

from core.languages import CONTENT_LANGUAGES, direction_of
from hub.demo.registry import EXAMPLES

DATA = "application/ld+json"


def test_the_sitemap_lists_every_page_in_every_language(sent_pages):
    source = {path.removeprefix("/en/") for path in sent_pages if path.startswith("/en/")}
    for example in EXAMPLES:
        assert any(path.endswith(f"{example.slug}/") for path in source), example.slug
    for language in CONTENT_LANGUAGES:
        prefix = f"/{language.code}/"
        translated = {path.removeprefix(prefix) for path in sent_pages if path.startswith(prefix)}
        assert "" in translated
        assert any(path.startswith("guides/") and path != "guides/" for path in translated)


def test_every_page_is_valid_html(sent_pages, tmp_path):
    names = {}
    for number, (path, html) in enumerate(sent_pages.items()):
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


def test_every_page_is_useful_without_scripts(sent_pages):
    for path, html in sent_pages.items():
        document = html5lib.parse(html, namespaceHTMLElements=False)
        main = document.find(".//main")
        heading = main.find(".//h1")
        assert "".join(heading.itertext()).strip(), path
        assert len("".join(main.itertext()).split()) > 10, path
        # Facts for search engines are no program.
        programs = [each for each in document.iter("script") if each.get("type") != DATA]
        for program in programs:
            assert urlsplit(program.get("src")).path.startswith("/static/js/"), path
            assert program.get("defer") is not None and not program.text, path


def test_every_page_names_its_language_direction_and_address(sent_pages, hub_server):
    for path, html in sent_pages.items():
        document = html5lib.parse(html, namespaceHTMLElements=False)
        language = path.split("/")[1]
        assert document.get("lang") == language, path
        assert document.get("dir") == direction_of(language), path
        canonical = document.find(".//link[@rel='canonical']").get("href")
        assert canonical == hub_server.url + urlsplit(path).path
