"""A version that differs from its source on purpose."""

import pytest
from django.contrib.auth.models import Group
from wagtail_localize.models import Translation

from accounts.models import User
from translations.models import Adaptation, Status, TranslationState

SAID = {
    "country": "NP",
    "what": "Alcohol rub stands in for soap.",
    "why": "Many posts have no running water.",
    "reviewer": "A district team",
    "reviewed_on": "2026-03-01",
    "review_due_on": "2027-03-01",
}


@pytest.fixture
def address(translated, hindi):
    translation = Translation.objects.get(
        source__object_id=translated.translation_key, target_locale=hindi
    )
    return f"/admin/translations/desk/{translation.pk}/adaptation/"


def signed_in(client, group):
    user = User.objects.create_user("asha", password="a long one 1")
    user.groups.add(Group.objects.get(name=group))
    client.force_login(user)
    return client


def state(page, locale):
    return TranslationState.objects.get(source__translation_key=page.translation_key, locale=locale)


def test_a_changed_source_asks_for_a_check_and_tells_readers_only_of_danger(
    client, address, translated, hindi, edit
):
    answer = signed_in(client, "Reviewers (hi)").post(address, SAID)
    assert answer.status_code == 302
    assert Adaptation.objects.get().country == "NP"
    edit(translated, severity=2, summary="After each and every touch.")
    assert (state(translated, hindi).status, state(translated, hindi).marks) == (
        Status.ADAPTED,
        [],
    )
    edit(translated, severity=3, summary="After no touch.")
    (mark,) = state(translated, hindi).marks
    assert mark["severity"] == 3


def test_an_adaptation_can_end(client, address, translated, hindi, edit):
    reviewer = signed_in(client, "Reviewers (hi)")
    reviewer.post(address, SAID)
    edit(translated, severity=2, summary="After each and every touch.")
    reviewer.post(address, {"end": "1"})
    assert not Adaptation.objects.exists()
    assert state(translated, hindi).status == Status.OUTDATED


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"what": ""}, "This field is required."),
        ({"country": "XX"}, "Select a valid choice."),
        ({"review_due_on": "2025-01-01"}, "Choose a day after the last review."),
    ],
)
def test_bad_input_is_told_and_what_was_typed_stays(client, address, wrong, told):
    answer = signed_in(client, "Reviewers (hi)").post(address, SAID | wrong)
    assert answer.status_code == 200
    assert told in answer.text
    assert "Many posts have no running water." in answer.text
    assert not Adaptation.objects.exists()


def test_only_who_may_publish_says_that_a_version_is_adapted(client, address):
    signed_in(client, "Translators (hi)").post(address, SAID)
    assert not Adaptation.objects.exists()
