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


def translate(translator, passages):
    """Fill in {source: translation} at the desk, and publish."""
    for source, target in passages.items():
        row = translator.get_by_role("group").filter(has=translator.get_by_text(source, exact=True))
        row.get_by_role("textbox", name="Translation").fill(target)
    translator.get_by_role("button", name="Save and publish").click()
    expect(translator.get_by_text(re.compile("published", re.I)).first).to_be_visible()


def rewrite_summary(editor, page, text, severity):
    """Publish the English guide with another summary, saying how much it matters."""
    found = page.request.get(f"/api/v2/pages/?slug={SLUG}&locale=en").json()["items"]
    editor.goto(f"/admin/pages/{found[0]['id']}/edit/")
    editor.get_by_role("textbox", name="Summary").fill(text)
    editor.get_by_role("radio", name=severity).check()
    publish(editor)


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
    translate(translator, HINDI)

    assert page.goto(f"/hi/guides/{SLUG}/").status == 200
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    expect(page.get_by_role("heading", level=1)).to_have_text(HINDI[title])
    expect(page.get_by_text(HINDI[text])).to_be_visible()
    page.goto("/hi/")
    page.get_by_role("combobox").fill("केतली")
    page.get_by_role("combobox").press("Enter")
    expect(page.get_by_role("link", name=HINDI[title])).to_be_visible()


def test_readers_see_what_has_changed_until_a_translator_has_put_it_right(signed_in, page):
    """Follows the journey above: its guide has been read in Hindi."""
    title, summary, text = HINDI
    address, marks = f"/hi/guides/{SLUG}/", page.locator(".passage")
    rewrite_summary(signed_in("editor"), page, "Where safe water comes from.", "Safety-critical")
    page.goto(address)
    expect(marks).to_have_text([HINDI[summary]])
    expect(page.locator(".passage-note.grave")).to_have_count(2)
    expect(page.get_by_role("note").locator("[lang=en]").first).to_contain_text("safe water")

    translator = signed_in("translator-hi")
    translator.goto("/admin/translations/?language=hi")
    rows = translator.locator("main tbody tr:has(input[type=checkbox])")
    expect(rows.first).to_contain_text("safety-critical")
    # One other guide of this hub has such a change.
    assert title in "".join(rows.all_inner_texts()[:2])
    rows.get_by_role("link", name=title).click()
    translate(translator, {"Where safe water comes from.": "सुरक्षित पानी कहाँ से आता है।"})
    page.goto(address)
    expect(page.get_by_text("सुरक्षित पानी कहाँ से आता है।")).to_be_visible()
    expect(marks).to_have_count(0)

    before = page.content()
    rewrite_summary(signed_in("editor"), page, "Where safe water comes from:", "Typo")
    page.goto(address)
    assert page.content() == before
    translator.goto("/admin/translations/?language=hi&status=outdated")
    expect(rows.first).to_be_visible()
    expect(rows.filter(has_text=title)).to_have_count(0)
