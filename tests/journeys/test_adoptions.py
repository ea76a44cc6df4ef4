"""A ward tells what it adapted, on a phone without scripts; readers see it once it is let in."""

import pytest
from playwright.sync_api import expect

from tests.journeys.inspecting import too_wide, violations

RECORD = "/en/edges/unbroken-initiative/"
WORD = "thermoregulation" * 12


@pytest.fixture
def phone(open_page):
    """A phone that runs no scripts."""
    return open_page(java_script_enabled=False)


def test_a_ward_reports_what_it_adapted_and_readers_see_it_when_it_is_let_in(
    phone, open_page, signed_in
):
    phone.goto(RECORD)
    phone.get_by_role("link", name="We adapted this").click()
    phone.get_by_label("What was changed").fill(f"A smaller kettle. {WORD}")
    phone.get_by_label("Year").fill("last spring")
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("alert")).to_contain_text("Nothing was sent yet")
    expect(phone.get_by_label("What was changed")).to_have_value(f"A smaller kettle. {WORD}")
    expect(phone.get_by_label("Year")).to_have_value("last spring")
    phone.get_by_label("Year").fill("2024")
    phone.get_by_label("Country").select_option("LK")
    phone.get_by_label("Facility", exact=True).fill(WORD)
    phone.get_by_role("button", name="Send").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you")
    phone.goto(RECORD)
    expect(phone.get_by_text("Sites: 1")).to_have_count(0)

    desk = signed_in("admin")
    desk.get_by_role("link", name="Adoptions: 1").click()
    desk.get_by_role("link", name="Sri Lanka").first.click()
    desk.locator("select[name=status]").select_option("published")
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_text("updated")).to_be_visible()

    reader = open_page(locale="ar")
    reader.goto(RECORD)
    reader.get_by_role("link", name="What was changed").click()
    expect(reader.get_by_text("A smaller kettle.")).to_be_visible()
    assert [*violations(reader), *too_wide(reader)] == []
    for language in ("en", "ar"):
        for path in ("", "new/"):
            reader.goto(f"/{language}/adoptions/{reader.url.split('/adoptions/')[1][:37]}{path}")
            assert [*violations(reader), *too_wide(reader)] == []
