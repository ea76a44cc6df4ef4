"""Everything that readers do works with scripts off, and an article can be printed."""

import re

import pytest
from playwright.sync_api import expect

GUIDE = "/guides/run-charts-for-ward-teams/"


@pytest.fixture
def page(open_page):
    """A phone that runs no scripts."""
    return open_page(java_script_enabled=False)


def test_a_section_is_opened_and_filtered(page):
    page.goto("/en/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="initiatives").click()
    page.locator("summary").filter(has_text="Filters").click()
    page.get_by_role("checkbox", name="Breastfeeding").check()
    page.get_by_role("button", name="Apply the filters").click()
    expect(page).to_have_url(re.compile("topic="))
    expect(page.get_by_role("list", name="Filters in use")).to_contain_text("Breastfeeding")
    expect(page.get_by_role("article").first).to_be_visible()
    page.get_by_role("list", name="Filters in use").get_by_role("link").click()
    expect(page.get_by_role("list", name="Filters in use")).to_have_count(0)


def test_an_article_is_found_and_read_in_two_languages(page):
    page.goto("/en/")
    page.get_by_role("searchbox").fill("run chart median")
    page.get_by_role("button", name="Search").click()
    page.get_by_role("article").get_by_role("link", name="Run charts for ward teams").click()
    expect(page).to_have_url(re.compile(f"/en{GUIDE}$"))
    page.locator("summary").filter(has_text="On this page").click()
    page.get_by_role("navigation", name="On this page").get_by_role("link").last.click()
    expect(page).to_have_url(re.compile("#."))
    page.locator("summary").filter(has_text="English").click()
    page.get_by_role("link", name="العربية").click()
    expect(page).to_have_url(re.compile(f"/ar{GUIDE}"))
    expect(page.locator("html")).to_have_attribute("dir", "rtl")


def test_a_misspelt_question_is_put_right_and_answered_in_the_languages_ticked(page):
    page.goto("/en/search/?q=kangeroo&type=initiative")
    expect(page.get_by_text("These come nearest")).to_be_visible()
    page.get_by_role("link", name="kangaroo", exact=True).click()
    expect(page).to_have_url(re.compile(r"\?q=kangaroo&type=initiative$"))
    page.locator("summary").filter(has_text="Filters").click()
    for language in ("Hindi", "French"):
        page.get_by_role("checkbox", name=language).check()
    page.get_by_role("button", name="Apply the filters").click()
    chosen = page.get_by_role("list", name="Filters in use")
    expect(chosen).to_contain_text("Hindi")
    expect(chosen).to_contain_text("French")
    languages = {each.get_attribute("lang") for each in page.locator("article h3").all()}
    assert languages and languages <= {"hi", "fr"}
    chosen.get_by_role("link", name="French").click()
    expect(page).to_have_url(re.compile(r"\?q=kangaroo&type=initiative&language=hi$"))


def test_a_page_that_is_not_there_helps(page):
    assert page.goto("/en/no-such-page/").status == 404
    page.get_by_role("searchbox").fill("kangaroo")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("article").first).to_be_visible()


def test_an_article_is_printed_without_its_frame_and_with_its_address(page, hub_server):
    page.goto(f"/en{GUIDE}")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.get_by_role("table").first).to_be_visible()
    expect(page.get_by_role("navigation", name="Main")).to_be_hidden()
    expect(page.get_by_text("Printed from")).to_contain_text(f"{hub_server.url}/en{GUIDE}")
    expect(page.get_by_text("Printed from")).to_be_visible()
