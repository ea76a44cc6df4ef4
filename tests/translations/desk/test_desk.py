"""The desk on which a version is translated, passage by passage."""

import re

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail_localize.models import StringTranslation, Translation

from accounts.models import User
from tests.translations.conftest import HINDI
from translations.models import PassageComment, Status, TranslationState

SUMMARY = "Give 7 mg after every touch."


@pytest.fixture
def translation(translated, hindi):
    return Translation.objects.get(
        source__object_id=translated.translation_key, target_locale=hindi
    )


@pytest.fixture
def person(db, hindi):
    """Return a function that makes somebody of a team."""

    def member(group, name="asha"):
        user = User.objects.create_user(name, password="a long one 1")
        user.groups.add(Group.objects.get(name=group))
        return user

    return member


@pytest.fixture
def reviewer(client, person):
    """A browser in which somebody has signed in who may publish in Hindi."""
    client.force_login(person("Reviewers (hi)"))
    return client


@pytest.fixture
def desk(translation):
    return f"/admin/translations/desk/{translation.pk}/"


@pytest.fixture
def form(reviewer, desk):
    """Return a function that gives what the desk's form would send, untouched."""

    def data():
        rows = reviewer.get(desk).context["rows"]
        return {
            name: value
            for row in rows
            for name, value in (
                (f"text-{row.key}", row.text),
                (f"base-{row.key}", row.passage.base),
            )
        }

    return data


def row_of(client, desk, beginning):
    rows = client.get(desk).context["rows"]
    return next(row for row in rows if row.source.startswith(beginning))


def now(page, locale):
    return TranslationState.objects.get(source__translation_key=page.translation_key, locale=locale)


def test_a_change_is_shown_word_by_word_beside_the_old_translation(
    translated, edit, reviewer, desk
):
    edit(translated, summary="After every touch.")
    html = reviewer.get(desk).text
    assert "<del>Before</del><ins>After</ins> every touch." in html
    assert HINDI["Before every touch."] in html
    assert "1 of 4 passages waits for you." in html
    assert re.search(r'class="desk-source"\s+lang="en"\s+dir="ltr"', html)


def test_what_is_typed_and_published_is_what_readers_have(
    translated, edit, reviewer, desk, form, hindi, run
):
    edit(translated, summary="After every touch.")
    row = row_of(reviewer, desk, "After")
    data = form() | {f"text-{row.key}": "हर स्पर्श के बाद।", "publish": "1"}
    with run(execute=True):
        answer = reviewer.post(desk, data)
    assert answer.status_code == 302
    assert translated.get_translation(hindi).specific.summary == "हर स्पर्श के बाद।"
    assert now(translated, hindi).status == Status.FRESH


def test_an_untouched_form_changes_nothing(translated, edit, reviewer, desk, form, hindi, run):
    edit(translated, summary="After every touch.")
    before = list(StringTranslation.objects.order_by("pk").values())
    with run(execute=True):
        reviewer.post(desk, form())
    assert list(StringTranslation.objects.order_by("pk").values()) == before
    assert now(translated, hindi).changed == 1


def test_checked_without_a_change_is_fresh_for_readers_at_once(
    translated, edit, reviewer, desk, form, hindi, run
):
    edit(translated, summary="After every touch.")
    row = row_of(reviewer, desk, "After")
    with run(execute=True):
        reviewer.post(desk, form() | {f"checked-{row.key}": "1"})
    assert now(translated, hindi).status == Status.FRESH


def test_a_translators_word_counts_for_readers_when_a_reviewer_publishes(
    translated, edit, client, person, translation, desk, hindi, run
):
    edit(translated, summary="After every touch.")
    client.force_login(person("Translators (hi)", "dev"))
    row = row_of(client, desk, "After")
    fields = {
        f"text-{row.key}": row.text,
        f"base-{row.key}": row.passage.base,
        f"checked-{row.key}": "1",
    }
    with run(execute=True):
        client.post(desk, fields)
    assert row_of(client, desk, "After").state == "ready"
    assert now(translated, hindi).changed == 1
    with run(execute=True):
        translation.save_target(publish=True)
    assert now(translated, hindi).status == Status.FRESH


def test_broken_markup_is_told_and_everything_typed_stays(reviewer, desk, form, run):
    bold = row_of(reviewer, desk, "<b>Soap")
    title = row_of(reviewer, desk, "Wash")
    data = form() | {
        f"text-{bold.key}": "<b>साबुन और पानी",
        f"text-{title.key}": "हाथ अच्छी तरह धोएँ",
        "publish": "1",
    }
    answer = reviewer.post(desk, data)
    assert answer.status_code == 422
    assert "&lt;b&gt;साबुन और पानी" in answer.text
    assert "These tags do not match" in answer.text
    assert StringTranslation.objects.filter(data="हाथ अच्छी तरह धोएँ").exists()
    assert row_of(reviewer, desk, "<b>Soap").kept == HINDI["<b>Soap</b> and water."]


def test_the_second_of_two_who_save_is_told_and_loses_nothing(reviewer, desk, form):
    row = row_of(reviewer, desk, "Wash")
    ours = form() | {f"text-{row.key}": "मेरा अनुवाद"}
    StringTranslation.objects.filter(data=row.kept).update(data="किसी और का अनुवाद")
    answer = reviewer.post(desk, ours)
    assert answer.status_code == 422
    assert "किसी और का अनुवाद" in answer.text
    assert "मेरा अनुवाद" in answer.text
    assert StringTranslation.objects.filter(data="किसी और का अनुवाद").exists()
    again = {name: value for name, value in ours.items()}
    again |= {f"base-{row.key}": row_of(reviewer, desk, "Wash").passage.base}
    reviewer.post(desk, again)
    assert StringTranslation.objects.filter(data="मेरा अनुवाद").exists()


def test_what_a_colleague_saves_meanwhile_stands_where_nothing_was_typed(reviewer, desk, form):
    title, bold = row_of(reviewer, desk, "Wash"), row_of(reviewer, desk, "<b>Soap")
    StringTranslation.objects.filter(data=bold.kept).delete()
    ours = form() | {f"text-{title.key}": "मेरा अनुवाद"}
    passage = row_of(reviewer, desk, "<b>Soap").passage
    StringTranslation.objects.create(
        translation_of_id=passage.string_id,
        context_id=passage.context_id,
        locale=title.passage.row.locale,
        data="<b>साबुन</b>",
    )
    assert reviewer.post(desk, ours).status_code == 302
    assert row_of(reviewer, desk, "<b>Soap").kept == "<b>साबुन</b>"
    assert row_of(reviewer, desk, "Wash").kept == "मेरा अनुवाद"
    stale = form() | {f"text-{title.key}": "फिर से"}
    StringTranslation.objects.filter(data="<b>साबुन</b>").update(data="<b>किसी और का</b>")
    assert reviewer.post(desk, stale).status_code == 302
    assert row_of(reviewer, desk, "<b>Soap").kept == "<b>किसी और का</b>"


def test_a_team_talks_about_a_passage_until_it_is_done(reviewer, desk, form):
    row = row_of(reviewer, desk, "Wash")
    reviewer.post(desk, form() | {f"comment-{row.key}": "Is <this> the ministry's word?"})
    comment = PassageComment.objects.get()
    assert "Is &lt;this&gt; the ministry&#x27;s word?" in reviewer.get(desk).text
    reviewer.post(desk, form() | {"done": [comment.pk]})
    assert "the ministry" not in reviewer.get(desk).text


def test_a_translator_who_may_not_publish_is_not_offered_it(client, person, desk, form):
    client.force_login(person("Translators (hi)", "dev"))
    assert "Save and publish" not in client.get(desk).text
    assert client.post(desk, {"publish": "1"}).status_code in (302, 403)


def test_who_translates_another_language_finds_no_desk(client, person, desk):
    client.force_login(person("Translators (th)", "malee"))
    assert client.get(desk).status_code in (302, 404)


def test_editing_a_translation_leads_to_the_desk(reviewer, translated, hindi, desk):
    address = f"/admin/pages/{translated.get_translation(hindi).pk}/edit/"
    assert reviewer.get(address).url == desk
    assert reviewer.get(f"{address}?classic").status_code == 200


def test_the_desk_costs_the_same_however_long_the_page_is(translated, edit, reviewer, desk):
    reviewer.get(desk)
    with CaptureQueriesContext(
        connection,
    ) as few:
        reviewer.get(desk)
    edit(translated, body=[*translated.body.raw_data, *PARAGRAPHS])
    with CaptureQueriesContext(connection) as many:
        reviewer.get(desk)
    assert len(many) - len(few) <= 2
    assert len(many) <= 40


PARAGRAPHS = [
    {
        "type": "paragraph",
        "id": f"00000000-0000-4000-8000-0000000000{number:02}",
        "value": f"<p>One more sentence, number {number}.</p>",
    }
    for number in range(40)
]
