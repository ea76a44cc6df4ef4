"""Two editors on one page: the second is warned, and the text of neither is lost."""

from playwright.sync_api import expect

from tests.journeys.writing import wait_for_autosave


def open_form(page):
    page.get_by_role("link", name="Resources").click()
    page.get_by_role("link", name="Newer").first.click()
    return page.get_by_role("textbox", name="Summary")


def test_the_second_of_two_editors_is_warned_and_no_text_is_lost(signed_in):
    first, second = signed_in("editor"), signed_in("admin")
    summary_of_first, summary_of_second = open_form(first), open_form(second)
    expect(summary_of_second).to_be_visible()

    summary_of_first.fill("Written by the first.")
    wait_for_autosave(first)
    summary_of_second.fill("Written by the second.")
    expect(second.get_by_role("button", name="editor saved a new version")).to_be_visible()
    second.get_by_role("button", name="Save draft").click()
    warning = second.get_by_role("dialog").filter(visible=True)
    expect(warning).to_contain_text("overwrite the changes made by editor")

    expect(summary_of_second).to_have_value("Written by the second.")
    first.reload()
    expect(summary_of_first).to_have_value("Written by the first.")
