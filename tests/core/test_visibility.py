"""Who may see which page."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from core import identity
from core.visibility import public_pages
from resources.models import GuidePage


@pytest.fixture
def hide():
    def hide_page(page):
        return PageViewRestriction.objects.create(
            page=page, restriction_type=PageViewRestriction.LOGIN
        )

    return hide_page


def test_a_live_page_is_public(guide):
    assert public_pages().filter(pk=guide.pk).exists()


def test_a_draft_is_not(guide):
    guide.unpublish()
    assert not public_pages().filter(pk=guide.pk).exists()


def test_an_expired_page_is_not_though_nobody_has_unpublished_it(guide):
    Page.objects.update(expire_at=timezone.now() + timedelta(minutes=1))
    assert public_pages().filter(pk=guide.pk).exists()
    Page.objects.update(expire_at=timezone.now() - timedelta(seconds=1))
    assert not public_pages().filter(pk=guide.pk).exists()


def test_a_restricted_page_is_not(guide, hide):
    hide(guide)
    assert not public_pages().filter(pk=guide.pk).exists()


def test_a_page_below_a_restricted_one_is_not(guide, guides, initiative, hide):
    hide(guides)
    assert not public_pages().filter(pk=guide.pk).exists()
    assert public_pages().filter(pk=initiative.pk).exists()


def test_an_alias_is_not(guide, home):
    alias = guide.create_alias(parent=home, update_slug="alias")
    assert not public_pages().filter(pk=alias.pk).exists()


def test_it_agrees_with_wagtail_about_everything_but_aliases(guide, guides, initiative, hide):
    hide(guides)
    assert set(public_pages()) == set(Page.objects.live().public())


def test_it_takes_one_query(guide, hide, django_assert_num_queries):
    hide(guide)
    identity.current()
    with django_assert_num_queries(1):
        list(public_pages(GuidePage.objects.all()))


def test_a_page_obeys_the_restrictions_on_itself_and_above(guide, guides, hide):
    rules = {hide(guide), hide(guides)}
    assert set(guide.get_view_restrictions()) == rules


def test_an_alias_obeys_the_restrictions_of_the_page_it_stands_for(guide, home, hide):
    alias = guide.create_alias(parent=home, update_slug="alias").specific
    rule = hide(guide)
    assert list(alias.get_view_restrictions()) == [rule]
