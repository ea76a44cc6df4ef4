"""Nothing that axe-core can find, and nothing wider than the screen, on any kind of page."""

import itertools

import pytest
from playwright.sync_api import expect

from tests.journeys.inspecting import open_all_details, too_wide, violations
from tests.journeys.stress_pages import SLUGS

LONG_GUIDE = "guides/run-charts-for-ward-teams/"
PAGES = (
    "",
    "guides/",
    "initiatives/",
    "search/?q=kangaroo",
    "search/?q=zzzzzz&topic=kangaroo-mother-care",
    LONG_GUIDE,
    "guides/develop-and-test-changes/",
    "initiatives/sucrose-for-newborn-pain/",
    "no-such-page/",
)
# Each language is looked at in one of the ways that readers hold and light their screens.
VIEWS = {
    "en": {"color_scheme": "light", "viewport": {"width": 360, "height": 740}},
    "hi": {"color_scheme": "dark", "viewport": {"width": 360, "height": 740}},
    "ar": {"color_scheme": "light", "viewport": {"width": 1440, "height": 900}},
}


def faults(page):
    """Return what is wrong with a page as it opens, and with all its parts unfolded."""
    found = too_wide(page)
    open_all_details(page)
    return [*found, *violations(page), *too_wide(page)]


def require_none(found):
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", VIEWS)
@pytest.mark.parametrize("address", PAGES, ids=lambda address: address or "home")
def test_every_kind_of_page_is_open_to_all(open_page, language, address):
    page = open_page(**VIEWS[language])
    page.goto(f"/{language}/{address}")
    require_none(faults(page))


@pytest.mark.parametrize(
    ("scheme", "width"), list(itertools.product(("light", "dark"), (360, 1440))), ids=str
)
def test_an_article_is_open_to_all_by_day_and_night_on_phone_and_desk(open_page, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.goto(f"/ar/{LONG_GUIDE}")
    require_none([*violations(page), *too_wide(page)])


@pytest.mark.parametrize("language", VIEWS)
def test_an_article_that_is_offered_in_other_languages_is_open_to_all(page, language):
    page.goto(f"/{language}/edges/empty/" if language != "en" else "/en/edges/hidden/")
    require_none(faults(page))


@pytest.mark.parametrize("slug", ("", *SLUGS))
def test_what_editors_may_write_at_the_edges_still_reads_well(page, slug):
    page.goto(f"/en/edges/{slug}")
    assert page.get_by_role("heading", level=1).inner_text().strip()
    require_none(faults(page))


def test_a_withdrawn_page_says_so_and_leads_to_what_readers_may_see(page):
    page.goto("/en/edges/withdrawn/")
    expect(page.get_by_text("This resource has been withdrawn")).to_be_visible()
    expect(page.get_by_role("link", name="Newer")).to_be_visible()
    expect(page.get_by_text("Hidden")).to_have_count(0)
    expect(page.get_by_text("Deleted topic")).to_have_count(0)


def test_a_page_whose_pictures_are_gone_keeps_its_text_and_shows_no_gap(page):
    page.goto("/en/edges/no-image/")
    expect(page.get_by_text("The text stays.")).to_be_visible()
    expect(page.locator("main img, main figure")).to_have_count(0)


def test_the_admin_s_door_is_open_to_all(page):
    page.goto("/admin/login/")
    require_none(violations(page))
