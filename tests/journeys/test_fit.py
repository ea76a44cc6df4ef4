"""Would it work here: a setting is stated once and kept in the browser, on a phone."""

import re
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.journeys.inspecting import too_wide, violations

CASE = "/en/case-studies/hand-rub-until-the-champion-left/"
OTHER = "/en/case-studies/more-kangaroo-hours-with-the-family/"
STATED = {"here_level": ["primary"], "here_role": ["nurses"], "here_equipment": ["reclining-chair"]}


def state(page):
    """State a place of primary care with nurses and a reclining chair, and ask what fits."""
    page.get_by_label("Level of care").select_option("primary")
    page.get_by_label("Nurses").check()
    equipment = page.get_by_role("group", name="Equipment")
    equipment.get_by_label("Reclining chair").check()
    page.get_by_role("button", name="Show what fits").click()


def stated_in(address):
    return {k: v for k, v in parse_qs(urlsplit(address).query).items() if k.startswith("here_")}


def verdicts(page):
    """Return the verdict of each field of the reasons that a page shows."""
    rows = page.locator("dl.facts > div").filter(has=page.locator(".pill"))
    return {
        row.locator("dt").inner_text(): row.locator(".pill").first.inner_text()
        for row in rows.all()
        if row.locator("dd.row").count()
    }


def test_a_setting_that_was_stated_once_answers_on_every_page(page):
    page.goto(CASE)
    page.get_by_role("link", name="Would it work here?").click()
    state(page)
    expected = {"Level of care": "Different", "Team": "Fits", "Equipment": "Missing"}
    assert verdicts(page) == expected
    assert not [*too_wide(page), *violations(page)]
    page.goto(CASE)
    answer = page.locator("#_fit")
    expect(answer.locator("dl")).to_be_visible()
    assert verdicts(page) == expected
    assert not [*too_wide(page), *violations(page)]
    page.goto(OTHER)
    expect(answer.locator("dl")).to_be_visible()
    assert verdicts(page) == {**expected, "Equipment": "Fits"}


def test_a_list_is_sorted_without_asking_again_and_its_filters_keep_the_order(page):
    page.goto("/en/fit/")
    state(page)
    expect(page.get_by_text("Sorted by fit")).to_be_visible()
    page.goto("/en/case-studies/")
    page.get_by_role("link", name="Sort by fit").click()
    page.wait_for_url("**/en/case-studies/?*")
    assert stated_in(page.url) == STATED
    first = page.get_by_role("article").first
    expect(first).to_contain_text("More hours skin to skin")
    expect(first).to_contain_text("Fits")
    assert not [*too_wide(page), *violations(page)]
    page.locator("summary").filter(has_text="Filters").click()
    page.locator('[name="outcome"][value="worked"]').check()
    page.get_by_role("button", name="Apply the filters").click()
    page.wait_for_url("**outcome=worked**")
    assert stated_in(page.url) == STATED
    page.get_by_role("link", name="Usual order").click()
    expect(page.get_by_text("Sort by fit")).to_be_visible()
    assert "outcome=worked" in page.url


def test_a_setting_is_filled_in_again_and_forgotten_on_request(page):
    page.goto("/en/fit/")
    expect(page.get_by_role("button", name="Forget my setting")).to_be_hidden()
    state(page)
    page.goto("/ur/fit/")
    nurses = page.locator('[name="here_role"][value="nurses"]')
    none = page.locator('[name="here_role"][value="none"]')
    expect(nurses).to_be_checked()
    none.check()
    expect(nurses).not_to_be_checked()
    nurses.check()
    expect(none).not_to_be_checked()
    assert not [*too_wide(page), *violations(page)]
    page.locator("[data-forget]").click()
    expect(nurses).not_to_be_checked()
    assert page.evaluate("localStorage.length") == 0
    page.goto(CASE)
    expect(page.locator("#_fit a")).to_be_visible()
    expect(page.locator("#_fit dl")).to_have_count(0)


def test_nothing_is_kept_by_the_hub(page):
    page.goto("/en/fit/")
    state(page)
    assert page.context.cookies() == []


@pytest.mark.parametrize(
    "start", ["/en/search/?q=hand&type=case_study", "/en/case-studies/?q=hand"]
)
def test_without_scripts_the_form_leads_to_results_by_fit(open_page, start):
    page = open_page(java_script_enabled=False)
    page.goto(start)
    page.get_by_role("link", name="Sort by fit").click()
    state(page)
    expect(page).to_have_url(re.compile(re.escape(urlsplit(start).path) + r"\?.*q=hand"))
    assert stated_in(page.url) == STATED
    expect(page.get_by_text("Sorted by fit")).to_be_visible()
    expect(page.get_by_role("article").first).to_contain_text("Team: Nurses")


def test_without_scripts_a_page_of_its_own_answers_for_one_resource(open_page):
    page = open_page(java_script_enabled=False)
    page.goto(CASE)
    page.get_by_role("link", name="Would it work here?").click()
    state(page)
    assert verdicts(page)["Equipment"] == "Missing"
    page.get_by_role("link", name="Hand rub at every cot").click()
    expect(page).to_have_url(re.compile(re.escape(CASE) + "$"))
