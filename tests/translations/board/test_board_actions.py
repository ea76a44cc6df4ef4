"""What a team does to several rows at once is done to all of them or to none."""

import re
from html import unescape

import pytest
from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation

from accounts.models import User
from resources.models import GuidePage, Topic
from translations.models import Assignment, CarriedOver, Severity, TranslationState

ACTIONS = "/admin/bulk/translations/translationstate"


def state(source, language="hi"):
    return TranslationState.objects.get(
        source__translation_key=source.translation_key, locale__language_code=language
    )


def address(action, *states):
    ids = "&".join(f"id={each.pk}" for each in states)
    return f"{ACTIONS}/{action}/?{ids}&next=/admin/translations/"


def told(response):
    return [str(message) for message in response.context["messages"]]


@pytest.fixture
def changed(translated, edit):
    """A guide whose Hindi version says other than the source in one passage."""
    edit(translated, severity=Severity.SAFETY, summary="Before and after every touch.")
    return translated


def test_ticked_pages_are_begun_with_the_sections_above_them(
    guide, publish, guides, translator, run
):
    other = publish(guides, GuidePage(title="Other", slug="other", summary="Two."))
    begin = address("translate", state(guide), state(other))
    assert "Write an aim" in translator.get(begin).content.decode()
    assert not Page.objects.filter(locale__language_code="hi", depth__gt=2).exists()
    with run(execute=True):
        response = translator.post(begin, follow=True)
    assert "2 translations started." in told(response)[0]
    slugs = Page.objects.filter(locale__language_code="hi").values_list("slug", "live")
    assert {("guides", False), ("write-an-aim", False), ("other", False)} <= set(slugs)
    assert state(guide).status == state(other).status == "in_progress"
    assert state(guide, "th").status == "not_started"


def test_who_begins_a_single_page_comes_to_its_desk(guide, translator, run):
    with run(execute=True):
        response = translator.post(address("translate", state(guide)), follow=True)
    assert "1 translation started." in told(response)[0]
    assert response.context["target"].title == guide.title
    assert response.request["PATH_INFO"].startswith("/admin/translations/desk/")


def test_nothing_is_begun_where_one_cannot_be(guide, initiative, guides, translator):
    guides.unpublish()
    response = translator.post(address("translate", state(initiative), state(guide)), follow=True)
    assert "Guides" in told(response)[0]
    assert not Translation.objects.exists()


def test_what_is_begun_already_is_left_out(changed, guide, translator):
    begin = address("translate", state(changed), state(guide))
    context = translator.get(begin).context
    assert [each["item"] for each in context["items"]] == [state(guide)]
    assert context["items_with_no_access"] == [state(changed)]


def test_a_term_is_public_at_once_so_only_reviewers_begin_it(db, translator, reviewer):
    topic = Topic.objects.create(name="Sepsis", slug="sepsis")
    translator.post(address("translate", state(topic)))
    assert not Topic.objects.filter(locale__language_code="hi", slug="sepsis").exists()
    reviewer.post(address("translate", state(topic)))
    assert Topic.objects.filter(locale__language_code="hi", slug="sepsis").exists()


def test_other_teams_rows_cannot_be_named(guide, translator):
    for action in ("translate", "assign", "checked"):
        translator.post(address(action, state(guide, "th")), {"person": ""})
        translator.post(f"{ACTIONS}/{action}/?id=all&id=x&next=/admin/")
    assert not Translation.objects.exists() and not Assignment.objects.exists()


def test_rows_are_given_to_somebody_of_the_team_or_to_nobody(guide, initiative, translator, member):
    ravi, foreign = member("hi", name="ravi"), member("th", name="malee")
    assign = address("assign", state(guide), state(initiative))
    people = translator.get(assign).context["form"].fields["person"].queryset
    assert {each.username for each in people} == {"asha", "ravi"}
    translator.post(assign, {"person": foreign.pk})
    assert not Assignment.objects.exists()
    response = translator.post(assign, {"person": ravi.pk}, follow=True)
    assert "2 translations assigned." in told(response)[0]
    assert {each.person for each in Assignment.objects.all()} == {ravi}
    asha = User.objects.get(username="asha")
    translator.post(address("assign", state(guide)), {"person": asha.pk})
    translator.post(address("assign", state(initiative)), {"person": ""})
    assert [each.person for each in Assignment.objects.all()] == [asha]


def test_an_assignment_outlives_a_change_and_a_withdrawal_of_the_source(changed, translator, edit):
    asha = User.objects.get(username="asha")
    translator.post(address("assign", state(changed)), {"person": asha.pk})
    edit(changed, summary="After every touch.")
    page = GuidePage.objects.get(pk=changed.pk)
    page.unpublish()
    page.save_revision().publish()
    rows = translator.get("/admin/translations/", {"assigned": "me"}).context["object_list"]
    assert [row.source.title for row in rows] == ["Wash your hands"]


def test_a_reviewer_confirms_what_is_shown(changed, reviewer):
    check = address("checked", state(changed))
    page = reviewer.get(check)
    html = page.content.decode()
    assert "Before<ins> and after</ins> every touch." in html
    assert "हर स्पर्श से पहले।" in html
    response = reviewer.post(check, page.context["form"].initial, follow=True)
    assert "1 passage checked." in told(response)[0]
    assert state(changed).status == "fresh"


def test_what_changed_after_it_was_shown_is_not_confirmed(changed, reviewer, edit):
    check = address("checked", state(changed))
    shown = reviewer.get(check).context["form"].initial
    edit(changed, severity=Severity.SAFETY, summary="Never touch.")
    reviewer.post(check, shown)
    assert state(changed).status == "outdated"
    assert CarriedOver.objects.filter(translation__translation_of__data="Never touch.").exists()


def test_a_translator_cannot_declare_it_fit_for_readers(changed, translator):
    check = address("checked", state(changed))
    assert translator.get(check).context["items_with_no_access"] == [state(changed)]
    rows = StringTranslation.objects.filter(carried_over__isnull=False)
    translator.post(check, {"seen": ",".join(str(row.pk) for row in rows)})
    assert state(changed).status == "outdated"


def test_the_board_offers_what_may_be_done(guide, translator):
    html = unescape(translator.get("/admin/translations/").content.decode())
    for action in ("translate", "assign", "checked"):
        assert re.search(rf'href="{ACTIONS}/{action}/"', html)
