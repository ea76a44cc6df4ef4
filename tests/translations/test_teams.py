"""Country teams: who answers for which language."""

import re

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale, Page

from accounts.models import User
from core.languages import CONTENT_LANGUAGES
from translations import groups, teams

ALL = {language.code for language in CONTENT_LANGUAGES}


@pytest.fixture
def member(db):
    """Return a function that makes a user of one of a language's groups."""

    def make(kind=groups.REVIEWERS, code="hi"):
        user = User.objects.create_user(f"{kind}-{code}", password="x")
        user.groups.add(groups.team(code, kind))
        return user

    return make


def test_every_language_but_the_source_has_its_groups(db):
    names = set(Group.objects.values_list("name", flat=True))
    for code in ALL - {"en"}:
        assert {f"Translators ({code})", f"Reviewers ({code})"} <= names
    assert "Translators (en)" not in names


def test_translators_translate_their_language_and_reviewers_publish_it(member):
    translator, reviewer = member(groups.TRANSLATORS), member(groups.REVIEWERS)
    for user in (translator, reviewer):
        assert teams.languages_of(user) == {"hi"}
        assert teams.may_translate(user, "hi") and not teams.may_translate(user, "th")
        assert not teams.may_publish(user, "th") and not teams.may_publish(user, "en")
    assert teams.may_publish(reviewer, Locale.objects.get(language_code="hi"))
    assert not teams.may_publish(translator, "hi")


def test_who_edits_the_whole_tree_answers_for_every_language(db):
    moderator = User.objects.create_user("moderator")
    moderator.groups.add(Group.objects.get(name="Moderators"))
    editor = User.objects.create_user("editor")
    editor.groups.add(Group.objects.get(name="Editors"))
    administrator = User.objects.create_superuser("administrator")
    for user in (moderator, editor, administrator):
        assert teams.languages_of(user) == ALL
    assert teams.may_publish(moderator, "th") and not teams.may_publish(editor, "th")


@pytest.mark.parametrize("change", [{"is_active": False}, None])
def test_nobody_is_let_in_without_an_account_in_use(member, change):
    user = member()
    if change:
        User.objects.filter(pk=user.pk).update(**change)
        user = User.objects.get(pk=user.pk)
    else:
        user = AnonymousUser()
    assert teams.languages_of(user) == frozenset()
    assert not teams.may_publish(user, "hi")


def test_a_home_that_is_made_later_is_given_to_the_groups(member, home, hindi):
    translator, reviewer = member(groups.TRANSLATORS), member(groups.REVIEWERS)
    made = home.copy_for_translation(hindi)
    rights = {user: made.permissions_for_user(user) for user in (translator, reviewer)}
    assert rights[translator].can_edit() and not rights[translator].can_publish()
    assert rights[reviewer].can_edit() and rights[reviewer].can_publish()
    elsewhere = home.permissions_for_user(reviewer)
    assert not (elsewhere.can_edit() or elsewhere.can_publish() or elsewhere.can_add_subpage())


def test_a_group_made_by_hand_for_a_home_page_goes_on_answering_for_it(home, hindi):
    made = home.copy_for_translation(hindi)
    group = Group.objects.create(name="अनुवाद")
    for codename in ("add_page", "change_page", "publish_page"):
        right = Permission.objects.get(codename=codename, content_type__app_label="wagtailcore")
        GroupPagePermission.objects.create(group=group, page=made, permission=right)
    user = User.objects.create_user("by-hand")
    user.groups.add(group)
    assert teams.languages_of(user) == {"hi"}
    assert teams.may_publish(user, "hi") and not teams.may_publish(user, "th")


def test_groups_that_an_administrator_renamed_or_took_away_are_not_made_again(hindi):
    groups.team("hi", groups.TRANSLATORS).delete()
    Group.objects.filter(name="Reviewers (hi)").update(name="नेपथ्य")
    groups.make(hindi)
    assert not Group.objects.filter(name__endswith="(hi)").exists()


def test_rows_of_other_languages_are_left_out(member, home, hindi):
    made = home.copy_for_translation(hindi)
    assert list(teams.within(Page.objects.all(), member())) == [Page.objects.get(pk=made.pk)]


def test_drafts_are_read_in_the_team_s_language_only(member, home, guide, hindi):
    made = home.copy_for_translation(hindi)
    draft = guide.get_parent().add_child(instance=type(guide)(title="Draft", slug="d", live=False))
    readable = set(teams.readable(Page.objects.all(), member()).values_list("pk", flat=True))
    assert {made.pk, guide.pk, home.pk} <= readable
    assert not made.live and draft.pk not in readable


def test_members_may_choose_every_language_of_the_hub_for_the_admin(member, client):
    client.force_login(member())
    page = client.get(reverse("wagtailadmin_account")).text
    for code in ALL:
        assert re.search(rf'<option value="{code}(-{code})?"', page), code
