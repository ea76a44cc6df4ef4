"""An editor writes, and readers see what is published and nothing else.

A guide with a picture is written, previewed, filed under a topic, published and found; a draft
of a change stays unseen and unfound; when the guide is unpublished it is gone from search.
"""

import re

from playwright.sync_api import expect

from tests.journeys.writing import (
    add_block,
    add_text,
    add_uploaded_image,
    begin_guide,
    choose_action,
    publish,
)

TITLE = "Umbrellas over incubators"
ADDRESS = "/en/guides/umbrellas-over-incubators/"


def found(reader, words):
    """Return the titles that a reader finds with these words."""
    reader.goto("/en/")
    reader.get_by_role("combobox").fill(words)
    reader.get_by_role("combobox").press("Enter")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Search")
    return reader.get_by_role("article").get_by_role("heading", level=3).all_inner_texts()


def write_and_publish(editor):
    begin_guide(editor, TITLE, "Why a leaking roof is a matter of quality.")
    add_block(editor, "Heading").get_by_role("textbox", name="Text").fill("What to look for")
    add_text(editor, "Look for drizzlewort on the ceiling every morning.")
    add_uploaded_image(editor, "ceiling", (10, 120, 90), "A stain on a ceiling")
    editor.get_by_role("tab", name="Filing").click()
    topics = editor.get_by_role("region", name="Topics")
    topics.get_by_role("button", name="Add").click()
    dialog = editor.get_by_role("dialog")
    dialog.get_by_role("checkbox", name="Newborn care").check()
    dialog.get_by_role("button", name="Confirm selection").click()
    expect(topics).to_contain_text("Newborn care")
    editor.get_by_role("button", name="Toggle preview").click()
    preview = editor.frame_locator("#w-preview-iframe")
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(preview.get_by_role("img", name="A stain on a ceiling")).to_be_attached()
    publish(editor)


def save_a_draft(editor):
    editor.get_by_role("link", name="Edit", exact=True).first.click()
    editor.get_by_role("tab", name="Content").click()
    add_text(editor, "The word gutterglim is not yet for readers.")
    editor.get_by_role("button", name="Save draft").click()
    expect(editor.get_by_text("has been updated").first).to_be_visible()


def test_what_an_editor_publishes_is_read_and_drafts_are_not(signed_in, page):
    editor = signed_in("editor")
    write_and_publish(editor)
    assert found(page, "drizzlewort") == [TITLE]
    page.get_by_role("link", name=TITLE).click()
    expect(page).to_have_url(re.compile(f"{ADDRESS}$"))
    expect(page.get_by_text("Look for drizzlewort")).to_be_visible()
    expect(page.get_by_role("img", name="A stain on a ceiling")).to_be_visible()
    expect(page.get_by_role("link", name="Newborn care")).to_be_visible()

    save_a_draft(editor)
    assert TITLE not in found(page, "gutterglim")
    page.goto(ADDRESS)
    expect(page.get_by_text("Look for drizzlewort")).to_be_visible()
    expect(page.get_by_text("gutterglim")).to_have_count(0)

    choose_action(editor, "Unpublish")
    editor.get_by_role("button", name="Yes, unpublish").click()
    expect(editor.get_by_text("unpublished").first).to_be_visible()
    assert TITLE not in found(page, "drizzlewort")
    assert page.goto(ADDRESS).status == 404


def test_a_page_shows_the_same_to_those_who_are_signed_in(signed_in, page):
    editor = signed_in("editor")
    for reader in (page, editor):
        reader.goto("/en/guides/develop-and-test-changes/")
    assert editor.locator("main").inner_html() == page.locator("main").inner_html()
