"""Nothing that axe-core can find, and nothing wider than the screen, on any kind of page."""

import itertools

import pytest
from playwright.sync_api import expect

from core.languages import CONTENT_LANGUAGES
from tests.journeys.inspecting import open_all_details, too_wide, violations
from tests.journeys.outdated_pages import LANGUAGES as OUTDATED_IN
from tests.journeys.outdated_pages import PATH as OUTDATED
from tests.journeys.reading import heaviest_of_each_kind
from tests.journeys.stress_pages import PATHS

LONG_GUIDE = "guides/run-charts-for-ward-teams/"
VIEWS = [
    {"color_scheme": scheme, "viewport": {"width": width, "height": 800}}
    for width in (360, 768, 1440)
    for scheme in ("light", "dark")
]
# Each language is looked at in one of the ways that readers hold and light their screens.
LANGUAGES = [language.code for language in CONTENT_LANGUAGES]


def faults(page):
    """Return what is wrong with a page as it opens, and with all its parts unfolded."""
    found = too_wide(page)
    open_all_details(page)
    return [*found, *violations(page), *too_wide(page)]


def require_none(found):
    assert not found, "\n".join(found)


@pytest.mark.parametrize(("number", "language"), list(enumerate(LANGUAGES)), ids=str)
def test_every_kind_of_page_is_open_to_all(open_page, sent_pages, number, language):
    page = open_page(**VIEWS[number % len(VIEWS)])
    for path in heaviest_of_each_kind(sent_pages, language):
        page.goto(path)
        require_none([f"{path}: {fault}" for fault in faults(page)])


@pytest.mark.parametrize(
    ("scheme", "width"), list(itertools.product(("light", "dark"), (360, 1440))), ids=str
)
def test_an_article_is_open_to_all_by_day_and_night_on_phone_and_desk(open_page, scheme, width):
    page = open_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.goto(f"/ar/{LONG_GUIDE}")
    require_none([*violations(page), *too_wide(page)])


def test_letters_twice_as_large_fit_a_phone_and_leave_room_to_ask(open_page):
    page = open_page(bypass_csp=True)
    for language in LANGUAGES:
        page.goto(f"/{language}/search/")
        page.add_style_tag(content="html { font-size: 200% !important }")
        require_none([f"{language}: {fault}" for fault in too_wide(page)])
        assert page.locator("#_q").bounding_box()["width"] > 200, language


@pytest.mark.parametrize("language", ("en", "hi", "ar"))
def test_an_article_that_is_offered_in_other_languages_is_open_to_all(page, language):
    page.goto(f"/{language}/edges/empty/" if language != "en" else "/en/edges/hidden/")
    require_none(faults(page))


@pytest.mark.parametrize("path", ("edges/", "edge-podcast/", *PATHS))
def test_what_editors_may_write_at_the_edges_still_reads_well(page, path):
    page.goto(f"/en/{path}")
    assert page.get_by_role("heading", level=1).inner_text().strip()
    require_none(faults(page))


@pytest.mark.parametrize("language", OUTDATED_IN)
def test_a_translation_that_is_out_of_date_reads_well_beside_its_source_too(page, language):
    page.goto(f"/{language}/{OUTDATED}")
    expect(page.locator(".passage-note")).not_to_have_count(0)
    require_none(faults(page))
    page.goto(f"/{language}/{OUTDATED}?compare")
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
