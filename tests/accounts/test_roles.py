"""Roles: what a translator may do, and where."""

import pytest

from accounts import roles
from accounts.models import User


@pytest.fixture
def hindi_home(home, hindi):
    copy = home.copy_for_translation(hindi)
    copy.save_revision().publish()
    return copy


@pytest.fixture
def translator(hindi_home):
    user = User.objects.create_user("translator", password="x")
    user.groups.add(roles.translators(hindi_home))
    return user


def test_a_translator_may_edit_and_publish_below_the_home_of_her_language(translator, hindi_home):
    permissions = hindi_home.permissions_for_user(translator)
    assert permissions.can_edit() and permissions.can_publish()
    assert translator.has_perm("wagtail_localize.submit_translation")
    assert translator.has_perm("wagtailadmin.access_admin")


def test_a_translator_may_change_no_page_of_another_language(translator, home, guides):
    for page in (home, guides):
        permissions = page.permissions_for_user(translator)
        assert not permissions.can_edit()
        assert not permissions.can_publish()
        assert not permissions.can_add_subpage()


def test_the_group_of_a_language_is_made_once(hindi_home):
    assert roles.translators(hindi_home) == roles.translators(hindi_home)


def test_editors_and_moderators_may_keep_the_taxonomies(db):
    for group in ("Editors", "Moderators"):
        user = User.objects.create_user(group)
        user.groups.add(user.groups.model.objects.get(name=group))
        for term in ("topic", "caresetting", "audience", "method"):
            assert user.has_perm(f"resources.add_{term}")
            assert user.has_perm(f"resources.change_{term}")
            assert not user.has_perm(f"resources.delete_{term}")
