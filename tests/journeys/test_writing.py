"""A team writes a record: on a line that breaks, in tabs that close, two at a time.

The page's clock stands still unless a test moves it, so no test waits for a pause or a retry.
"""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import PATIENCE, PHONE
from tests.journeys.hub_server import PASSWORD
from tests.journeys.inspecting import too_wide, violations

MINUTE = 60_000
# Longer than the pause after which the form is sent, and than the longest pause.
PAUSE = 1_100
LONGEST_PAUSE = 5_100


@pytest.fixture
def sign_in(browser, hub_server, sessions):
    """Return a function that opens the list of somebody's records on a phone of their own.

    What fails on the way to the hub stands in the console on purpose; errors of scripts do not.
    """
    contexts, errors = [], []

    def opened(name, language="en", **options):
        known = sessions.get(f"writing: {name}")
        context = browser.new_context(
            base_url=hub_server.url, viewport=PHONE, storage_state=known, **options
        )
        contexts.append(context)
        context.on("weberror", lambda error: errors.append(str(error.error)))
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.goto(f"/{language}/write/")
        if not known:
            give_password(page, name)
        expect(page).to_have_url(re.compile("/write/$"))
        sessions[f"writing: {name}"] = context.storage_state()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not errors


def give_password(page, name):
    page.locator("[name=username]").fill(name)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form.answers button").click()


def begin(page):
    """Begin a record, stop the page's clock, and return the record's address."""
    page.get_by_role("button", name="Begin").click()
    expect(page.locator("#_answers")).to_be_visible()
    return page.url


def stop_clock(page):
    page.clock.install(time="2026-01-01T08:00:00")
    page.clock.pause_at("2026-01-01T09:00:00")


def open_stopped(page, address):
    """Open a form whose time stands still."""
    stop_clock(page)
    page.goto(address)


def problem(page):
    return page.locator("#answer-problem")


def stored(page, name="problem"):
    """Return what the browser keeps of a field, None for nothing."""
    kept = page.evaluate("() => Object.entries({...localStorage})")
    texts = [json.loads(text)["text"] for key, text in kept if f"/{name}/" in key]
    return texts[-1] if texts else None


def expect_state(page, state):
    expect(page.locator("#_answers")).to_have_attribute("data-state", state)


def save(page):
    """Let the pause pass after which the form is sent, and see that the hub has it."""
    page.clock.run_for(PAUSE)
    expect_state(page, "saved")


def test_a_minute_without_a_line_loses_no_keystroke(sign_in):
    page = sign_in("author")
    address = begin(page)
    open_stopped(page, address)
    problem(page).press_sequentially("Mothers wait. ")
    save(page)
    page.context.set_offline(True)
    typed = "Mothers wait. "
    for letter in "The scale is in the other room. ":
        problem(page).press_sequentially(letter)
        typed += letter
        assert stored(page) == typed
        page.clock.run_for(2_000)
    expect_state(page, "waiting")
    expect(page.locator(".state")).to_contain_text("kept on this device")
    page.clock.run_for(MINUTE)
    problem(page).press_sequentially("So we lose time.")
    page.context.set_offline(False)
    expect_state(page, "saved")
    typed += "So we lose time."
    assert stored(page) is None

    elsewhere = sign_in("author")
    elsewhere.goto(address)
    expect(problem(elsewhere)).to_have_value(typed)


def test_a_line_that_comes_back_unnoticed_is_found_again(sign_in):
    page = sign_in("author")
    open_stopped(page, begin(page))
    page.route("**/save/", lambda route: route.abort())
    problem(page).press_sequentially("Nobody told the browser.")
    page.clock.run_for(PAUSE)
    expect_state(page, "waiting")
    page.unroute("**/save/")
    page.clock.run_for(MINUTE)
    expect_state(page, "saved")


def test_who_never_pauses_is_saved_all_the_same(sign_in):
    page = sign_in("author")
    open_stopped(page, begin(page))
    with page.expect_response("**/save/"):
        for letter in "without a pause":
            problem(page).press_sequentially(letter)
            page.clock.run_for(LONGEST_PAUSE // 12)


def test_a_tab_closed_without_a_line_gives_everything_back(sign_in):
    page = sign_in("author")
    address = begin(page)
    page.get_by_role("button", name="Add: PDSA cycles").click()
    page.context.set_offline(True)
    problem(page).press_sequentially("Half a sen")
    page.get_by_label("What was tested").press_sequentially("A scale at the bedside")
    context = page.context
    page.close(run_before_unload=True)
    again = context.new_page()
    context.set_offline(False)
    again.goto(address)
    expect(problem(again)).to_have_value("Half a sen")
    expect(again.get_by_label("What was tested")).to_have_value("A scale at the bedside")
    expect_state(again, "saved")
    problem(again).press_sequentially("!")
    expect_state(again, "saved")
    expect(again.locator(".rival")).to_have_count(0)


def test_an_answer_that_was_lost_on_the_way_back_is_no_conflict(sign_in):
    page = sign_in("author")
    address = begin(page)
    open_stopped(page, address)

    def swallow(route):
        route.fetch()
        route.abort()

    page.route("**/save/", swallow)
    problem(page).press_sequentially("Saved, but who knows")
    page.clock.run_for(PAUSE)
    expect_state(page, "waiting")
    page.unroute("**/save/")
    problem(page).press_sequentially("?")
    page.reload()
    expect_state(page, "saved")
    problem(page).press_sequentially("!")
    save(page)
    expect(page.locator(".rival")).to_have_count(0)
    page.reload()
    expect(problem(page)).to_have_value("Saved, but who knows?!")


def invite(page, address, name, sign_in):
    """Let somebody else join by the team's invitation, and return their page."""
    page.goto(f"{address}team/")
    page.get_by_role("button", name="Invite colleagues").click()
    link = page.locator("#link").input_value()
    other = sign_in(name)
    other.goto(link)
    other.get_by_role("button", name="Join the team").click()
    expect(other.locator("#_answers")).to_be_visible()
    return other


def test_two_who_write_one_answer_see_both_texts_and_choose(sign_in):
    first = sign_in("author")
    address = begin(first)
    second = invite(first, address, "editor", sign_in)
    open_stopped(first, address)
    open_stopped(second, address)
    second.context.set_offline(True)
    problem(second).press_sequentially("Written without a line.")
    problem(first).press_sequentially("Written on the ward.")
    save(first)
    second.context.set_offline(False)
    expect(second.locator(".rival")).to_contain_text("Written on the ward.")
    expect(second.locator(".rival")).to_contain_text("author")
    expect(problem(second)).to_have_value("Written without a line.")
    problem(second).press_sequentially(" More.")
    save(second)
    expect(second.locator(".rival")).to_have_count(1)

    # Whatever the second does now, the team has both texts.
    first.reload()
    expect(problem(first)).to_have_value("Written on the ward.")
    expect(first.locator(".rival")).to_contain_text("Written without a line. More.")

    # The machine that looks for barriers needs time that passes.
    second.clock.resume()
    assert not [*too_wide(second), *violations(second)]
    second.get_by_role("button", name="Keep both").click()
    save(second)
    both = "Written without a line. More.\n\nWritten on the ward."
    second.reload()
    expect(problem(second)).to_have_value(both)
    expect(second.locator(".rival")).to_have_count(0)


def test_who_is_signed_out_meanwhile_signs_in_beside_and_loses_nothing(sign_in):
    page = sign_in("author")
    address = begin(page)
    open_stopped(page, address)
    page.context.clear_cookies(name="sessionid")
    problem(page).press_sequentially("The session is over.")
    page.clock.run_for(PAUSE)
    expect_state(page, "signedOut")
    expect(page.locator(".state")).to_contain_text("You have been signed out")
    with page.context.expect_page() as opened:
        page.locator(".state").get_by_role("link", name="Sign in").click()
    give_password(opened.value, "author")
    expect(opened.value.locator("#_answers")).to_be_visible()
    page.clock.run_for(MINUTE)
    expect_state(page, "saved")


def test_somebody_else_on_the_same_phone_sees_and_sends_nothing_of_it(sign_in):
    page = sign_in("author")
    address = begin(page)
    invite(page, address, "editor", sign_in)
    open_stopped(page, address)
    page.context.clear_cookies(name="sessionid")
    problem(page).press_sequentially("Mine.")
    page.clock.run_for(PAUSE)
    expect_state(page, "signedOut")
    other = page.context.new_page()
    other.goto("/en/write/")
    give_password(other, "editor")
    other.goto(address)
    expect(problem(other)).to_have_value("")
    page.clock.run_for(MINUTE)
    expect_state(page, "signedOut")
    assert stored(page) == "Mine."


def test_a_phone_without_room_says_so_and_sends_at_once(sign_in):
    page = sign_in("author")
    address = begin(page)
    page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); }")
    open_stopped(page, address)
    page.context.set_offline(True)
    problem(page).press_sequentially("No room.")
    page.clock.run_for(PAUSE)
    expect_state(page, "full")
    expect(page.locator(".state")).to_contain_text("Leave this page open")
    page.context.set_offline(False)
    expect_state(page, "saved")
    page.reload()
    expect(problem(page)).to_have_value("No room.")


def test_what_others_write_elsewhere_in_the_form_appears(sign_in):
    first = sign_in("author")
    address = begin(first)
    second = invite(first, address, "editor", sign_in)
    open_stopped(second, address)
    open_stopped(first, address)
    first.get_by_role("button", name="Add: Change idea").click()
    first.get_by_label("Change", exact=True).press_sequentially("A clock on the wall")
    save(first)
    problem(second).press_sequentially("Late.")
    save(second)
    expect(second.get_by_label("Change", exact=True)).to_have_value("A clock on the wall")


def test_a_record_is_written_with_scripts_off_and_survives_the_end_of_a_session(sign_in):
    page = sign_in("author", java_script_enabled=False)
    address = begin(page)
    problem(page).fill("Plain.")
    page.get_by_role("button", name="Add: PDSA cycles").click()
    page.get_by_label("What was tested").fill("A form")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("You have been signed out")).to_be_visible()
    give_password(page, "author")
    expect(page).to_have_url(re.compile(f"^{address}"))
    expect(problem(page)).to_have_value("Plain.")
    expect(page.get_by_label("What was tested")).to_have_value("A form")


def key_of(address):
    return address.rstrip("/").rpartition("/")[2]


def delete(page, address):
    """Delete a record as its team's leader does."""
    page.goto("/en/write/")
    page.locator(f"a[href$='{key_of(address)}/delete/']").click()
    page.get_by_role("button", name="Delete").click()
    expect(page).to_have_url(re.compile("/write/$"))


def test_what_is_typed_into_a_record_that_another_has_deleted_is_handed_back(sign_in):
    first = sign_in("author")
    address = begin(first)
    second = invite(first, address, "editor", sign_in)
    open_stopped(second, address)
    delete(first, address)
    problem(second).press_sequentially("Typed too late.")
    second.clock.run_for(PAUSE)
    expect_state(second, "gone")
    expect(second.locator(".state")).to_contain_text("Copy what you need")
    assert stored(second) == "Typed too late."

    second.goto("/en/write/")
    second.get_by_role("link", name="kept on this device").click()
    expect(second.get_by_text("no longer in its team")).to_be_visible()
    expect(second.locator("textarea")).to_have_value("Typed too late.")
    second.clock.resume()
    assert not [*too_wide(second), *violations(second)]
    second.get_by_role("button", name="Delete").click()
    assert stored(second) is None
    second.goto("/en/write/")
    expect(second.get_by_text("kept on this device")).to_be_hidden()


def test_what_the_hub_hands_back_stays_when_what_the_browser_kept_is_put_away(sign_in):
    first = sign_in("author")
    address = begin(first)
    page = invite(first, address, "editor", sign_in)
    page.route(re.compile(r"/writing\.[^/]*js$"), lambda route: route.abort())
    page.goto(address)
    person = page.locator("#_answers").get_attribute("data-person")
    delete(first, address)
    for name, kept in (("a", '{"text": "Kept.", "at": 2}'), ("b", '{"text": "Half')):
        key = f"writing/{person}/{key_of(address)}/problem/{name}"
        page.evaluate("each => localStorage.setItem(...each)", [key, kept])
    problem(page).fill("Sent.")
    page.get_by_role("button", name="Save").click()
    for number, text in enumerate(["Sent.", '{"text": "Half', "Kept."]):
        expect(page.locator("textarea").nth(number)).to_have_value(text)
    page.get_by_role("button", name="Delete").click()
    expect(page.locator("textarea")).to_have_value("Sent.")
    expect(page.get_by_text("Copy what you need")).to_be_visible()
    page.reload()
    expect(page.locator("textarea")).to_have_value("Sent.")
    expect(page.get_by_role("button", name="Delete")).to_have_count(0)


def test_whoever_deletes_a_record_leaves_nothing_of_it_in_the_browser(sign_in):
    page = sign_in("author")
    kept = begin(page)
    page.goto("/en/write/")
    deleted = begin(page)
    for address in (kept, deleted):
        page.goto(address)
        page.route("**/save/", lambda route: route.abort())
        problem(page).press_sequentially(address)
        expect_state(page, "waiting")
    delete(page, deleted)
    expect(page.locator("#_kept")).to_be_hidden()
    assert stored(page) == kept


def test_a_record_is_deleted_and_a_team_left_with_scripts_off(sign_in):
    page = sign_in("author", java_script_enabled=False)
    address = begin(page)
    other = invite(page, address, "editor", sign_in)
    page.goto(f"{address}team/")
    page.get_by_role("link", name="Leave the team").click()
    page.get_by_role("button", name="Leave the team").click()
    expect(page).to_have_url(re.compile("/write/$"))
    expect(page.locator(f"a[href*='{key_of(address)}']")).to_have_count(0)
    delete(other, address)
    assert other.goto(address).status == 404
