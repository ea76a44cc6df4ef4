"""A hub whose search engine does not answer when it starts: readers are served all the same."""

import json
import urllib.request

import pytest
from playwright.sync_api import expect

from scripts.ports import free_port
from tests.journeys.hub_server import HubServer


@pytest.fixture
def lame_hub(hub_server):
    """The same hub, served with the address of an engine that is not there."""
    nowhere = f"http://127.0.0.1:{free_port()}"
    server = HubServer(hub_server.folder, hub_server.database_url, ELASTICSEARCH_URL=nowhere)
    try:
        server.start()
        yield server
    finally:
        server.stop()


def test_pages_are_served_and_search_answers_from_the_database(lame_hub, page):
    with urllib.request.urlopen(f"{lame_hub.url}/readyz", timeout=60) as answer:
        states = json.load(answer)
    assert answer.status == 200
    assert states["database"] == "ok"
    assert states["search"] != "ok"
    page.goto(f"{lame_hub.url}/en/")
    page.get_by_role("combobox").fill("kangaroo")
    page.get_by_role("combobox").press("Enter")
    expect(page.get_by_role("article").first).to_be_visible()
