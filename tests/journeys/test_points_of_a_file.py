"""An editor has a file of points read into a measure, beside what was typed there."""

from playwright.sync_api import expect


def file(name, text):
    return {"name": name, "mimeType": "text/csv", "buffer": text.encode()}


def test_a_file_of_points_is_read_below_what_was_typed(signed_in):
    page = signed_in("editor")
    page.goto("/admin/pages/")
    page.get_by_role("link", name="Explore child pages of 'QI Knowledge Hub'").click()
    page.get_by_role("link", name="Explore child pages of 'Published initiatives'").click()
    page.get_by_role("link", name="Add child page").first.click()
    measures = page.locator("[id$=child-measures-wrapper]")
    measures.get_by_role("button", name="Insert a block").first.click()
    points = measures.get_by_role("textbox", name="Points", exact=True)
    points.fill("Week 1\t5/10")

    chooser = measures.locator("input[type=file]")
    chooser.set_input_files(file("bad.csv", "Week 2;many"))
    expect(measures.get_by_role("alert")).to_have_text("Line 1: “many” is not a number.")
    expect(points).to_have_value("Week 1\t5/10")

    with page.expect_file_chooser() as asked:
        measures.get_by_role("button", name="Read a file").click()
    asked.value.set_files(file("good.csv", "Week;Cases;Total\nWeek 2;6;11\nWeek 3;7;12"))
    expect(points).to_have_value("Week 1\t5/10\nWeek 2\t6/11\nWeek 3\t7/12")
    expect(measures.get_by_role("alert")).to_have_text("")
