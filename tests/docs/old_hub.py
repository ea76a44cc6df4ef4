"""What readers and editors of the old hub, whose backup the tests keep, must find again."""

import json
import re
from urllib.parse import quote

PASSWORD = "a-password-of-the-old-hub"
GUIDE = "guides/dry-every-newborn/"


def require_old_hub(browser, database):
    """Assert that pages, translations, rights, history and search are all there."""
    _require_pages(browser)
    _require_search(browser)
    _require_editor(browser, database)
    _require_translator(browser, database)


def _require_pages(browser):
    status, _headers, page = browser.get(f"/en/{GUIDE}")
    assert status == 200
    assert "What a ward team does in the first minute of life." in page
    assert "Newborn care" in page
    assert browser.get(re.search(r"/media/images/[^\s\"]+", page)[0])[0] == 200
    assert "हर नवजात को तुरंत सुखाएँ" in browser.get(f"/hi/{GUIDE}")[2]
    assert browser.get("/en/guides/for-members-only/")[0] == 302
    assert browser.get("/old-guide/")[1]["Location"].endswith(f"/en/{GUIDE}")


def _require_search(browser):
    for language, words, title in (
        ("en", "cold baby", "Fewer cold babies: a try that failed"),
        ("hi", "नवजात सुखाना", "हर नवजात को तुरंत सुखाएँ"),
    ):
        _status, _headers, answer = browser.get(f"/{language}/search/?format=json&q={quote(words)}")
        assert title in [result["title"] for result in json.loads(answer)["results"]]


def _require_editor(browser, database):
    ((page,),) = database.ask(
        "SELECT id FROM wagtailcore_page WHERE url_path = '/home/" + GUIDE + "'"
    )
    assert browser.sign_in("editor", PASSWORD)
    status, _headers, form = browser.get(f"/admin/pages/{page}/edit/")
    assert status == 200
    assert "Dry every newborn at once (draft of a new title)" in form
    assert "editor" in browser.get(f"/admin/pages/{page}/history/")[2]
    browser.cookies.clear()


def _require_translator(browser, database):
    pages = dict(
        database.ask(
            "SELECT language_code, page.id FROM wagtailcore_page page"
            " JOIN wagtailcore_locale locale ON locale.id = page.locale_id"
            " WHERE slug = 'dry-every-newborn'"
        )
    )
    assert browser.sign_in("translator", PASSWORD)
    desk = browser.get(f"/admin/pages/{pages['hi']}/edit/")[1]["Location"]
    assert "Two dry cloths." in browser.get(desk)[2]
    assert browser.get(f"/admin/pages/{pages['en']}/edit/")[0] == 302
    browser.cookies.clear()
