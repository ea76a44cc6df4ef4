"""A translator makes a guide Hindi, and readers read it under the same address.

An editor publishes a guide and sends it to be translated; readers see no Hindi page before the
Hindi translator has put every passage into Hindi and published it.
"""

import re

from playwright.sync_api import expect

from tests.journeys.writing import add_text, begin_guide, choose_action, publish

SLUG = "kettles-in-the-ward"
HINDI = {
    "Kettles in the ward": "वार्ड में केतली",
    "Where hot water comes from.": "गर्म पानी कहाँ से आता है।",
    "Boil it before the night shift.": "रात की पाली से पहले इसे उबालें।",
}


def submit_for_hindi(editor):
    editor.get_by_role("link", name="Edit", exact=True).first.click()
    choose_action(editor, "Translate this page")
    editor.get_by_role("checkbox", name="हिन्दी").check()
    editor.get_by_role("button", name="Submit").click()
    expect(editor.get_by_text("successfully submitted for translation")).to_be_visible()


def translate_next(translator, target):
    main = translator.get_by_role("main")
    waiting = main.get_by_role("button", name="Translate")
    expect(waiting.first).to_be_visible()
    left = waiting.count() - 1
    waiting.first.click()
    main.get_by_role("textbox").fill(target)
    main.get_by_role("button", name="Save").click()
    expect(waiting).to_have_count(left)


def test_a_guide_that_was_made_hindi_is_read_in_hindi(signed_in, page):
    title, summary, text = HINDI
    editor = signed_in("editor")
    begin_guide(editor, title, summary)
    add_text(editor, text)
    publish(editor)
    submit_for_hindi(editor)
    assert page.goto(f"/hi/guides/{SLUG}/").status == 404

    translator = signed_in("translator-hi")
    translator.get_by_role("link", name="Resources").click()
    translator.get_by_role("link", name=title).first.click()
    for passage in HINDI.values():
        translate_next(translator, passage)
    translator.get_by_role("button", name="Publish in हिन्दी").click()
    expect(translator.get_by_text(re.compile("published", re.I)).first).to_be_visible()

    assert page.goto(f"/hi/guides/{SLUG}/").status == 200
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    expect(page.get_by_role("heading", level=1)).to_have_text(HINDI[title])
    expect(page.get_by_text(HINDI[text])).to_be_visible()
    page.goto("/hi/")
    page.get_by_role("combobox").fill("केतली")
    page.get_by_role("combobox").press("Enter")
    expect(page.get_by_role("link", name=HINDI[title])).to_be_visible()
