"""Country teams work from right to left as well as from left to right."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import DESK
from tests.journeys.inspecting import violations

# Wagtail's own: how many rows a list has, as a heading that is read out.
OF_WAGTAIL = '<h2 role="alert">'


@pytest.mark.parametrize("language", ("ar", "ur"))
def test_the_board_and_the_desk_are_mirrored_and_open_to_all(
    open_page, signed_in, sessions, language
):
    signed_in("editor")
    page = open_page(viewport=DESK, storage_state=sessions["editor"], locale=language)
    for path in ("glossary/", f"translations/?language={language}&status=fresh"):
        page.goto(f"/admin/{path}")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        assert [each for each in violations(page) if OF_WAGTAIL not in each] == []
    page.locator("main td a[href$='/']").first.click()
    expect(page.locator(f"main textarea[lang={language}][dir=rtl]").first).to_be_visible()
    assert violations(page) == []
