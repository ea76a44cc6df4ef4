"""A reader finds and reads.

The phone's language leads home; from there through a section, a filter and a search to an
article, to a part of it, and on by its topic. The switcher leads to the same article in
another language; an article that does not exist there is offered in English.
"""

import re

from playwright.sync_api import expect

GUIDE = "/guides/run-charts-for-ward-teams/"


def test_the_first_page_is_in_the_language_of_the_phone(open_page):
    for wished, language in (("hi-IN", "hi"), ("ar", "ar"), ("ne", "ne"), ("zz", "en")):
        page = open_page(locale=wished)
        page.goto("/")
        expect(page).to_have_url(re.compile(f"/{language}/$"))
        expect(page.locator("html")).to_have_attribute("lang", language)


def test_from_home_to_an_article_by_section_and_filter(page):
    page.goto("/")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Guides").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Guides")
    all_guides = page.get_by_role("article").count()
    page.locator("summary").filter(has_text="Filters").click()
    page.get_by_role("checkbox", name="Run chart").first.check()
    page.get_by_role("button", name="Apply the filters").click()
    expect(page.get_by_role("list", name="Filters in use")).to_contain_text("Run chart")
    found = page.get_by_role("article")
    assert 0 < found.count() < all_guides
    found.get_by_role("link", name="Run charts").first.click()
    expect(page).to_have_url(re.compile(f"/en{GUIDE}$"))


def test_from_a_word_to_a_part_of_an_article_and_on_by_its_topic(page):
    page.goto("/en/")
    page.get_by_role("combobox").fill("run chart median")
    page.get_by_role("combobox").press("Enter")
    page.get_by_role("article").get_by_role("link", name="Run charts for ward teams").click()
    expect(page).to_have_url(re.compile(f"/en{GUIDE}$"))
    page.get_by_text("On this page").first.click()
    entry = page.get_by_role("navigation", name="On this page").get_by_role("link").nth(2)
    title = entry.inner_text()
    entry.click()
    expect(page.get_by_role("heading", name=title)).to_be_in_viewport()
    topic = page.locator("dl").get_by_role("link").first
    name = topic.inner_text()
    topic.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    expect(page.get_by_role("article").first).to_be_visible()


def test_the_switcher_leads_to_the_same_article_in_another_language(page):
    page.goto(f"/en{GUIDE}")
    page.locator("summary").filter(has_text="English").click()
    page.get_by_role("link", name="हिन्दी").click()
    expect(page).to_have_url(re.compile(f"/hi{GUIDE}$"))
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("[\u0900-\u097f]"))
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_an_article_that_is_not_in_hindi_is_offered_in_english(page):
    page.goto("/en/initiatives/")
    untranslated = "/initiatives/kangaroo-mother-care-six-centres/"
    answer = page.goto(f"/hi{untranslated}")
    assert answer.status == 404
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    page.locator("main").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(f"/en{untranslated}$"))
    expect(page.get_by_role("article").first).to_be_visible()
