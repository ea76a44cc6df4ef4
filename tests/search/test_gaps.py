"""Editors see what readers ask in vain, and make work of it in one step."""

import csv
import re
from datetime import timedelta
from html import unescape

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.utils import timezone

from accounts.models import User
from search.frequent import questions
from search.models import ContentRequest, Promotion, QuestionCount

REPORT = "/admin/searches/"


@pytest.fixture
def engine(settings):
    """The report does not depend on who knows the words."""
    settings.ELASTICSEARCH_URL = ""


@pytest.fixture
def editor(client, db):
    """A browser in which an editor has signed in."""
    user = User.objects.create_user("editor")
    user.groups.add(Group.objects.get(name="Editors"))
    client.force_login(user)
    return client


@pytest.fixture
def shown(editor):
    """Return a function that gives the questions which the report shows, in order."""

    def ask(**filters):
        return [row["text"] for row in editor.get(REPORT, filters).context["object_list"]]

    return ask


def asked(text, times, days_ago=0, language="en", **fields):
    values = {"empty": 0, "opened": 0, "found": True, **fields}
    day = timezone.localdate() - timedelta(days=days_ago)
    return QuestionCount.objects.create(
        language=language, question=text, text=text, day=day, asked=times, **values
    )


def test_what_found_nothing_at_the_last_asking_is_shown_first(shown):
    asked("zeppelin", 4, empty=4, found=False)
    asked("airship", 9, empty=9, found=False)
    asked("answered by now", 5, days_ago=3, empty=5, found=False)
    asked("answered by now", 5, opened=1)
    assert shown() == ["airship", "zeppelin"]


def test_what_is_found_and_never_opened_led_nowhere(shown):
    asked("ward", 3)
    asked("apgar", 3, opened=1)
    asked("zeppelin", 3, empty=3, found=False)
    assert shown(show="nowhere") == ["ward"]


def test_what_is_asked_most_comes_first(shown):
    asked("apgar", 3, opened=1)
    asked("ward", 7)
    asked("kmc", 2, days_ago=1)
    asked("kmc", 2)
    assert shown(show="everything") == ["ward", "kmc", "apgar"]
    assert shown(show="everything", ordering="-opened")[0] == "apgar"


def test_a_period_counts_its_own_days_and_only_from_three_askings_up(shown):
    asked("kmc", 2, days_ago=0)
    asked("kmc", 1, days_ago=7)
    asked("kmc", 1, days_ago=60)
    assert shown(show="everything", days="7") == []
    assert shown(show="everything", days="30") == ["kmc"]
    asked("ward", 3, days_ago=89)
    assert shown(show="everything", days="90") == ["kmc", "ward"]


def test_each_language_may_be_looked_at_by_itself(shown):
    asked("ward", 3)
    asked("स्तनपान", 3, language="hi")
    assert shown(show="everything", language="hi") == ["स्तनपान"]
    assert shown(show="everything") == ["ward", "स्तनपान"]


@pytest.mark.parametrize("filters", [{"days": "x"}, {"show": "x"}, {"language": "xx"}, {"p": "99"}])
def test_a_broken_address_shows_a_page_all_the_same(shown, filters):
    asked("ward", 3)
    assert isinstance(shown(**filters), list)


def test_a_question_is_marked_with_its_language_and_its_words_are_no_markup(editor):
    asked("<b>بچہ</b>", 3, language="ur", empty=3, found=False)
    html = editor.get(REPORT).content.decode()
    assert '<bdi lang="ur" dir="rtl">&lt;b&gt;بچہ&lt;/b&gt;</bdi>' in html


def test_long_lists_come_in_pages_at_a_fixed_number_of_queries(
    editor, shown, django_assert_max_num_queries
):
    for number in range(120):
        asked(f"question {number:03}", 3, empty=3, found=False)
    first, third = shown(), shown(p="3")
    assert (len(first), len(third)) == (50, 20)
    assert not set(first) & set(third)
    with django_assert_max_num_queries(25):
        editor.get(REPORT)


def test_the_spreadsheet_has_what_is_shown_and_no_formula(editor):
    asked("=1+1", 5, empty=5, found=False)
    asked("zeppelin", 3, empty=3, found=False)
    asked("ward", 3)
    response = editor.get(REPORT, {"export": "csv"})
    rows = list(csv.reader(b"".join(response.streaming_content).decode().splitlines()))
    assert rows == [
        ["Question", "Language", "Asked", "Found nothing", "Results opened"],
        ["'=1+1", "en", "5", "5", "0"],
        ["zeppelin", "en", "3", "3", "0"],
    ]


def test_a_synonym_and_a_promotion_are_one_step_away(editor):
    asked("स्तनपान कैसे", 3, language="hi", empty=3, found=False)
    links = dict(_links(editor.get(REPORT).content.decode()))
    form = editor.get(links["Promote a page"]).context["form"]
    assert (form["questions"].value(), form["language"].value()) == ("स्तनपान कैसे", "hi")
    form = editor.get(links["Add a synonym"]).context["form"]
    assert form["alternatives"].value() == "स्तनपान कैसे"
    assert form.instance.locale.language_code == "hi"


def _links(html):
    """Yield the text and the address of each link."""
    for address, text in re.findall(r'<a [^>]*href="([^"]*)"[^>]*>([^<]*)</a>', html):
        yield text.strip(), unescape(address)


def test_an_editor_promotes_a_page_in_the_form_that_the_report_filled_in(library, editor):
    page = library.guide("Warmth")
    form = {"language": "en", "questions": "kmc", "page": page.pk, "sort_order": 0, "reason": ""}
    editor.post("/admin/snippets/search/promotion/add/", form)
    assert editor.get("/en/search/", {"q": "KMC"}).context["results"].promoted[0].title == "Warmth"
    assert str(Promotion.objects.get()) == "kmc"


def test_content_is_asked_for_in_one_step_and_once(editor):
    asked("zeppelin", 3, empty=3, found=False)
    wanted = {"question": "zeppelin", "language": "en", "next": f"{REPORT}?days=7"}
    for _ in range(2):
        response = editor.post(f"{REPORT}ask/", wanted)
        assert (response.status_code, response["Location"]) == (302, f"{REPORT}?days=7")
    assert ContentRequest.objects.get().state == "open"
    html = editor.get(REPORT).content.decode()
    assert "Ask for content" not in html and "Content request: Open" in html


@pytest.mark.parametrize(
    "wanted",
    [{}, {"question": "a" * 161, "language": "en"}, {"question": "ward", "language": "xx"}],
)
def test_what_is_no_question_is_not_requested(editor, wanted):
    response = editor.post(f"{REPORT}ask/", {**wanted, "next": "https://elsewhere.org/"})
    assert response["Location"] == REPORT
    assert not ContentRequest.objects.exists()


def test_a_request_needs_a_form_of_this_site(editor):
    editor.handler.enforce_csrf_checks = True
    response = editor.post(f"{REPORT}ask/", {"question": "ward", "language": "en"})
    assert response.status_code == 403
    assert editor.get(f"{REPORT}ask/").status_code == 405


def test_only_who_may_see_the_report_sees_it(client, db):
    asked("zeppelin", 3, empty=3, found=False)
    user = User.objects.create_user("translator")
    user.groups.add(Group.objects.create(name="Other"))
    user.user_permissions.add(_permission("wagtailadmin", "access_admin"))
    assert client.get(REPORT).status_code == 302
    client.force_login(user)
    assert "zeppelin" not in client.get(REPORT, follow=True).content.decode()
    assert REPORT not in client.get("/admin/").content.decode()
    client.post(f"{REPORT}ask/", {"question": "ward", "language": "en"})
    assert not ContentRequest.objects.exists()
    user.user_permissions.add(_permission("search", "view_questioncount"))
    html = client.get(REPORT).content.decode()
    assert "zeppelin" in html
    assert not any(action in html for action in ("Promote a page", "Ask for content"))


def _permission(app, codename):
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def test_the_report_is_in_the_menu_of_editors(editor):
    assert REPORT in editor.get("/admin/").content.decode()


def test_many_ask_and_the_hub_answers_so_others_are_offered_the_question(library):
    library.guide("Kangaroo mother care at home")
    library.guide("Kangaroo care of twins")
    asked("kangaroo care", 9)
    asked("kangaroo mother care", 5)
    asked("kangaroo mother care", 5, days_ago=80)
    asked("kangaroo care of triplets", 20)
    asked("kangaroo mother", 2)
    asked("kangaroo twins", 50, days_ago=91)
    asked("kangaroo", 50, language="hi")
    call_command("tidy_questions")
    assert questions("kangaroo", "en", 8) == ["kangaroo mother care", "kangaroo care"]
    assert questions("kangaroo m", "en", 8) == ["kangaroo mother care"]
    assert questions("kangaroo", "en", 1) == ["kangaroo mother care"]
    assert questions("care", "en", 8) == []


def test_a_question_in_a_script_without_spaces_is_offered_from_two_characters(library):
    library.guide("การดูแลทารก", language="th")
    asked("การ ดูแล ทารก", 3, language="th")
    QuestionCount.objects.update(text="การดูแลทารก")
    call_command("tidy_questions")
    assert questions("กา", "th", 8) == ["การดูแลทารก"]


def test_a_question_is_offered_no_longer_once_its_words_are_withdrawn(library):
    page = library.guide("Zeppelin accidents")
    library.guide("Accidents")
    asked("zeppelin accidents", 5)
    call_command("tidy_questions")
    assert questions("zep", "en", 8) == ["zeppelin accidents"]
    with library.committed():
        page.unpublish()
    assert questions("zep", "en", 8) == []


def test_a_question_offered_costs_one_query(library, django_assert_num_queries):
    library.guide("Zeppelin accidents")
    asked("zeppelin accidents", 5)
    call_command("tidy_questions")
    with django_assert_num_queries(1):
        questions("zep", "en", 8)
