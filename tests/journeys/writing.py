"""What editors do again and again in the admin."""

import re
from io import BytesIO

from PIL import Image
from playwright.sync_api import expect


def picture(colour):
    """Return a JPEG of one colour; every test has its own, or Wagtail points to the twin."""
    buffer = BytesIO()
    Image.new("RGB", (900, 600), colour).save(buffer, "JPEG")
    return buffer.getvalue()


def begin_guide(page, title, summary):
    """Open the form of a new guide in the demo's section and fill in what it must have."""
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'QI Knowledge Hub'").click()
    page.get_by_role("link", name="Explore child pages of 'Guides'").click()
    page.get_by_role("link", name="Add child page").first.click()
    page.get_by_role("textbox", name="Title").first.fill(title)
    page.get_by_role("textbox", name="Summary").fill(summary)


def add_block(page, name):
    """Add an empty block at the end of the body and return the region that holds the body."""
    body = page.get_by_role("region", name="Body")
    body.get_by_role("button", name="Insert a block").last.click()
    page.get_by_role("option", name=name).first.click()
    return body


def add_text(page, text):
    """Add a paragraph to the body, and return when the form has taken it over."""
    body = add_block(page, "Text")
    editor = body.locator("[contenteditable=true]").last
    editor.click()
    expect(editor).to_be_focused()
    page.keyboard.type(text)
    field = body.locator("input[type=hidden][name$='-value']").last
    expect(field).to_have_value(re.compile(re.escape(text)))


def add_uploaded_image(page, name, colour, alt_text):
    """Upload a picture from within the body, with words that say what it shows."""
    body = add_block(page, "Image")
    body.get_by_role("button", name="Choose an image").click()
    dialog = page.get_by_role("dialog")
    dialog.get_by_role("tab", name="Upload").click()
    file = {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": picture(colour)}
    dialog.locator("input[type=file]").set_input_files(file)
    expect(dialog.get_by_role("textbox", name="Title")).to_have_value(name)
    dialog.get_by_role("button", name="Upload").click()
    expect(body.get_by_text(name, exact=True)).to_be_visible()
    body.get_by_role("textbox", name="What the picture shows").fill(alt_text)


def wait_for_autosave(page):
    """Return when Wagtail has saved what was written; saving by hand meanwhile is refused.

    A page that is new is not saved by itself.
    """
    expect(page.get_by_text("Saved", exact=True)).to_be_visible()


def publish(page):
    """Publish the page whose form is open, and return when Wagtail says that it is done."""
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish").click()
    expect(page.get_by_text(re.compile("has been published|created and published"))).to_be_visible()


def choose_action(page, name):
    """Choose from the menu beside the title of the page whose form is open."""
    page.get_by_role("button", name="Actions", exact=True).first.click()
    page.get_by_role("link", name=name).click()
