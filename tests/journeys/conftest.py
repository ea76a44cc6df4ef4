"""A served hub and a browser, shared by all journeys; a page of its own for each."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.journeys.hub_server import PASSWORD, running_hub
from tests.journeys.reading import fetch_all
from tests.journeys.watching import watch

PHONE = {"width": 360, "height": 740}
DESK = {"width": 1280, "height": 900}
# On a busy machine an answer may take a while; a test that passes never waits this long.
PATIENCE = 30_000


@pytest.fixture(scope="package")
def hub_server():
    """The served hub. In the end nothing may have failed unseen."""
    with running_hub() as server:
        yield server
        log = server.log_text()
        assert "Traceback" not in log, log[log.index("Traceback") - 500 :]


@pytest.fixture(scope="package")
def sent_pages(hub_server):
    """Return {path: HTML} of every page of the sitemap, and of pages that no sitemap lists."""
    return fetch_all(hub_server.url)


@pytest.fixture(scope="package")
def browser():
    """Chromium; it ends with this folder's tests, for its loop would disturb those that follow."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-dev-shm-usage"],
        )
        expect.set_options(timeout=PATIENCE)
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(hub_server, browser):
    """Return a function that opens a page of a fresh browser profile, on a phone if not told.

    It takes the options of Playwright's `new_context`. A test fails when any of its pages
    reported an error in the console: a script's, or a breach of the content security policy.
    """
    opened = []
    complaints = []

    def open_fresh(**options):
        options = {"viewport": PHONE, "locale": "en-GB", **options}
        context = browser.new_context(base_url=hub_server.url, **options)
        opened.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        watch(page, complaints)
        return page

    yield open_fresh
    for context in opened:
        context.close()
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def page(open_page):
    """A reader's phone."""
    return open_page()


@pytest.fixture(scope="package")
def sessions():
    """The cookies of those who have signed in, by name."""
    return {}


@pytest.fixture
def signed_in(open_page, sessions):
    """Return a function that opens the admin on a desk, signed in under a demo user's name."""

    def sign_in(name):
        page = open_page(viewport=DESK, storage_state=sessions.get(name))
        page.goto("/admin/")
        if name not in sessions:
            page.get_by_placeholder("Enter your username").fill(name)
            page.get_by_placeholder("Enter password").fill(PASSWORD)
            page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("navigation", name="Main menu")).to_be_visible()
        sessions[name] = page.context.storage_state()
        return page

    return sign_in


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item):
    """Show what the server wrote beside a journey that failed."""
    report = yield
    server = item.funcargs.get("hub_server")
    if server and report.failed:
        report.sections.append(("the server's log", server.log_text()[-6000:]))
    return report
