"""A country team sees what there is to translate, what matters most first, and nobody else's."""

import pytest
from django.contrib.auth.models import Permission
from django.utils import timezone
from wagtail.models import PageViewRestriction

from accounts.models import User
from resources.models import Topic
from translations.models import Assignment, Severity, Status, TranslationState

BOARD = "/admin/translations/"


def state(page, language="hi"):
    return TranslationState.objects.get(
        source__translation_key=page.translation_key, locale__language_code=language
    )


def test_a_safety_critical_change_comes_first_and_a_typo_nowhere(
    translated, edit, many, translator, board
):
    many(2)
    edit(translated, severity=Severity.TYPO, summary="Before every touch!")
    assert board(translator)[-1] == "Wash your hands"
    edit(translated, severity=Severity.SAFETY, summary="Before and after every touch.")
    assert board(translator)[0] == "Wash your hands"
    html = translator.get(BOARD).content.decode()
    assert "safety-critical" in html and "out of date" in html


def test_what_is_read_most_comes_first_among_equals(many, translator, board):
    many(3)
    assert board(translator)[:3] == ["Guide 2", "Guide 1", "Guide 0"]
    assert board(translator, ordering="visits")[:2] == ["Guide 0", "Guide 1"]
    assert board(translator, ordering="source__title", q="guide 1") == ["Guide 1"]


def test_a_team_sees_its_own_languages_alone(many, translator, board):
    many(1)
    rows = translator.get(BOARD, {"language": "th"}).context["object_list"]
    assert {row.language for row in rows} == {"hi"}
    assert len(board(translator)) == 1


def test_editors_see_every_language(many, editor_of_all, board):
    many(1)
    assert len(board(editor_of_all)) == 11
    assert len(board(editor_of_all, language="th")) == 1


def test_what_may_not_be_read_is_not_on_the_board(guide, many, translator, board):
    many(1)
    hidden = translator.get(f"{BOARD}{state(guide).pk}/")
    assert hidden.status_code == 302
    PageViewRestriction.objects.create(page=guide, restriction_type="login")
    assert board(translator) == ["Guide 0"]
    assert translator.get(f"{BOARD}{state(guide).pk}/").status_code == 404


def test_a_source_is_called_what_it_is_published_as(guide, translator, board):
    guide.title = "A secret title"
    guide.save_revision()
    assert board(translator) == ["Write an aim"]
    assert "secret" not in translator.get(BOARD).content.decode()
    guide.unpublish()
    assert board(translator) == []


def test_terms_stand_beside_pages(guide, translator, board):
    topic = Topic.objects.create(name="Sepsis", slug="sepsis")
    assert set(board(translator)) >= {"Write an aim", "Sepsis"}
    kind = state(topic).source.content_type_id
    assert board(translator, kind=kind) == ["Sepsis"]
    assert translator.get(f"{BOARD}{state(topic).pk}/")["Location"].startswith("/admin/")


def test_the_board_may_be_narrowed_down(many, guide, translator, board):
    many(2)
    TranslationState.objects.filter(source__title="Guide 1").update(
        status=Status.OUTDATED, severity=Severity.SAFETY, urgency=3, since=timezone.now()
    )
    assert board(translator, status="outdated") == ["Guide 1"]
    assert board(translator, severity="3") == ["Guide 1"]
    assert board(translator, section="guides", status="not_started") == ["Guide 0", "Write an aim"]
    assert board(translator, section="initiatives") == []


def test_somebody_finds_what_is_theirs_and_what_is_nobodys(many, translator, board):
    many(2)
    asha = User.objects.get(username="asha")
    mine = TranslationState.objects.get(source__title="Guide 0", locale__language_code="hi")
    Assignment.objects.create(source=mine.source, locale=mine.locale, person=asha)
    assert board(translator, assigned="me") == ["Guide 0"]
    assert board(translator, assigned="nobody") == ["Guide 1"]
    assert "asha" in translator.get(BOARD).content.decode()


@pytest.mark.parametrize(
    "filters",
    [{"status": "x"}, {"kind": "x"}, {"severity": "9"}, {"p": "99"}, {"ordering": "marks"}],
)
def test_a_broken_address_shows_a_page_all_the_same(many, translator, board, filters):
    many(1)
    assert isinstance(board(translator, **filters), list)


def test_each_language_is_summed_up_above_the_board(many, translated, edit, editor_of_all):
    many(2)
    edit(translated, severity=Severity.SAFETY, summary="Before and after every touch.")
    summary = {each.code: each for each in editor_of_all.get(BOARD).context["languages"]}
    assert summary["hi"].counts == {"outdated": 1, "not_started": 2}
    assert (summary["hi"].safety, summary["th"].safety) == (1, 0)
    assert summary["th"].counts == {"not_started": 3}


def test_the_count_of_pages_follows_the_filters(many, editor_of_all):
    many(6)
    everything = editor_of_all.get(BOARD).context
    assert (everything["items_count"], len(everything["object_list"])) == (66, 50)
    narrowed = editor_of_all.get(BOARD, {"language": "th", "section": "guides", "q": "guide"})
    assert narrowed.context["items_count"] == 6
    assert editor_of_all.get(BOARD, {"assigned": "nobody"}).context["items_count"] == 66


@pytest.mark.parametrize("who", ["translator", "editor_of_all"])
def test_the_board_costs_at_most_twelve_queries_however_long_it_is(
    who, many, guides, hindi, request, django_assert_max_num_queries
):
    guides.copy_for_translation(hindi, copy_parents=True)
    client = request.getfixturevalue(who)
    for count in (3, 57):
        many(count)
        client.get(BOARD)
        with django_assert_max_num_queries(12):
            rows = client.get(BOARD).context["object_list"]
            assert len(rows) >= min(count, 50)
        with django_assert_max_num_queries(12):
            client.get(BOARD, {"section": "guides", "assigned": "me", "status": "outdated"})


def test_only_teams_see_the_board(client, many):
    many(1)
    assert client.get(BOARD).status_code == 302
    user = User.objects.create_user("facilitator")
    user.user_permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin")
    )
    client.force_login(user)
    assert "Guide 0" not in client.get(BOARD, follow=True).content.decode()
    assert BOARD not in client.get("/admin/").content.decode()


def test_the_board_takes_the_place_of_the_list_that_only_looks_for_syncs(editor_of_all):
    html = editor_of_all.get("/admin/").content.decode()
    assert BOARD in html
    assert "/admin/localize/reports/translations/" not in html
