"""Suggestions as the reader types: by keyboard, by touch, by ear, on a slow line and without."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.inspecting import too_wide, violations

# What readers of a language begin to type.
TYPED = {"en": "ne", "hi": "नव", "ar": "رع", "th": "กา"}


def begin(page, language, text=""):
    """Open the search page and type `text`; return the field."""
    page.goto(f"/{language}/search/")
    field = page.get_by_role("combobox")
    field.press_sequentially(text)
    return field


@pytest.mark.parametrize("language", TYPED)
def test_a_suggestion_is_chosen_by_keyboard(page, language):
    field = begin(page, language, TYPED[language])
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    list_id = field.get_attribute("aria-controls")
    expect(page.get_by_role("listbox")).to_have_attribute("id", list_id)
    count = options.count()
    assert page.get_by_role("status").inner_text().count(":") == 1
    assert not [*too_wide(page), *violations(page)]
    field.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
    field.press("ArrowUp")
    expect(options.nth(count - 1)).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    assert not violations(page)
    chosen = options.first.inner_text()
    assert options.first.get_attribute("lang")
    field.press("Enter")
    page.wait_for_url(re.compile(r"\?q="))
    expect(page.get_by_role("combobox")).to_have_value(chosen)
    expect(page.get_by_role("article").first).to_be_visible()


def test_keys_that_edit_leave_the_list_and_escape_closes_then_clears(page):
    field = begin(page, "en", "ne")
    option = page.get_by_role("option").first
    for key in ("Home", "End", "ArrowLeft", "ArrowRight"):
        expect(option).to_be_visible()
        field.press("ArrowDown")
        expect(option).to_have_attribute("aria-selected", "true")
        field.press(key)
        expect(page.locator("[aria-selected]")).to_have_count(0)
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("ne")
    field.press("ArrowDown")
    expect(option).to_be_visible()
    field.press("Escape")
    field.press("Escape")
    expect(field).to_have_value("")
    expect(field).to_be_focused()


def test_tab_leaves_the_list_and_enter_without_a_choice_asks_what_was_typed(page):
    field = begin(page, "en", "ne")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Tab")
    expect(page.get_by_role("listbox")).to_be_hidden()
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"\?q=ne$"))


def test_a_finger_has_room_and_a_tap_chooses(open_page):
    page = open_page(has_touch=True, viewport={"width": 320, "height": 640})
    begin(page, "en", "ne")
    option = page.get_by_role("option").last
    expect(option).to_be_visible()
    assert option.bounding_box()["height"] >= 44
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert not too_wide(page)
    chosen = option.inner_text()
    option.tap()
    page.wait_for_url(re.compile(r"\?q="))
    expect(page.get_by_role("combobox")).to_have_value(chosen)


def test_a_late_answer_to_an_old_question_changes_nothing(page):
    held = []
    page.route("**/suggest/?q=ne", lambda route: held.append(route))
    with page.expect_request("**/suggest/?q=ne"):
        field = begin(page, "en", "ne")
    with page.expect_event("requestfailed"):
        field.press_sequentially("wborn ca")
    expect(page.get_by_role("option").first).to_contain_text("Newborn ca")
    late = {"suggestions": [{"text": "Answered late", "language": "en", "kind": "title"}]}
    held[0].fulfill(json=late)
    field.press_sequentially("r")
    expect(page.get_by_role("option").first).to_contain_text("Newborn car")
    expect(page.get_by_role("option", name="Answered late")).to_have_count(0)


def test_two_characters_are_asked_for_once(page):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    field = begin(page, "en", "n")
    field.press_sequentially("e")
    expect(page.get_by_role("option").first).to_be_visible()
    assert [url.partition("suggest/")[2] for url in asked if "/suggest/" in url] == ["?q=ne"]


def test_a_key_that_chooses_what_an_input_method_offers_chooses_nothing_else(page):
    field = begin(page, "hi")
    keyboard = page.context.new_cdp_session(page)
    composed = {"text": "नव", "selectionStart": 2, "selectionEnd": 2}
    keyboard.send("Input.imeSetComposition", composed)
    expect(page.get_by_role("option").first).to_be_visible()
    pressed = {"key": "ArrowDown", "isComposing": True, "cancelable": True}
    was_left = "(field, key) => field.dispatchEvent(new KeyboardEvent('keydown', key))"
    assert field.evaluate(was_left, pressed)
    expect(page.locator("[aria-selected]")).to_have_count(0)


def test_whoever_saves_data_is_suggested_nothing_and_searches(page):
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/en/search/")
    field = page.get_by_role("searchbox")
    field.press_sequentially("kangaroo")
    field.press("Enter")
    expect(page.get_by_role("article").first).to_be_visible()
    assert not [url for url in asked if "/suggest/" in url]
