"""A draft is its team's: nobody else reads, saves, sends or exports it."""

import json

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.urls import reverse

from writing.models import Draft

PAGES = ("writing_form", "writing_team", "writing_send", "writing_word")
SITTING = "a" * 32


@pytest.fixture
def stranger(client, db):
    """A browser of somebody who may write records of their own."""
    person = get_user_model().objects.create_user("stranger")
    person.groups.add(Group.objects.get(name="Record authors"))
    client.force_login(person)
    return client


def saving(draft, person, **change):
    change = {
        "name": "problem",
        "text": "Cold.",
        "base": 0,
        "sitting": SITTING,
        "seq": 1,
        "lineage": {},
        "settles": [],
    } | change
    return {
        "path": reverse("writing_save", args=[draft.key]),
        "data": json.dumps({"person": person.pk, "changes": [change], "known": {}}),
        "content_type": "application/json",
    }


def test_authors_have_one_right_and_no_admin(at_desk, author):
    assert author.get_all_permissions() == {"writing.add_draft"}
    assert at_desk.get("/admin/").status_code == 302


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_draft_is_hidden_from_strangers(stranger, draft, name):
    address = reverse(name, args=[draft.key])
    assert stranger.get(address).status_code == 404
    stranger.logout()
    answer = stranger.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/en/account/sign-in/")


def test_strangers_save_nothing(stranger, draft, author):
    person = get_user_model().objects.get(username="stranger")
    assert stranger.post(**saving(draft, person)).status_code == 404
    stranger.logout()
    assert stranger.post(**saving(draft, author)).status_code == 401
    assert draft.wordings.count() == 0


def test_what_one_person_typed_is_not_saved_under_the_name_of_another(at_desk, draft, stranger):
    other = get_user_model().objects.get(username="stranger")
    draft.memberships.create(person=other)
    assert stranger.post(**saving(draft, draft.members.first())).status_code == 401
    assert draft.wordings.count() == 0


@pytest.mark.parametrize(
    "change",
    [
        {"name": "path"},
        {"name": "cycles.1.plan"},
        {"name": "live"},
        {"seq": -1},
        {"seq": True},
        {"base": 2**60},
        {"sitting": "x"},
        {"text": None},
        {"text": "x" * 100_000},
        {"lineage": []},
        {"settles": ["1"]},
    ],
)
def test_what_the_form_does_not_send_is_refused(at_desk, draft, author, change):
    assert at_desk.post(**saving(draft, author, **change)).status_code == 400
    assert draft.wordings.count() == 0


def test_what_is_no_json_is_refused(at_desk, draft):
    address = reverse("writing_save", args=[draft.key])
    for body in ("", "[]", "{", '{"changes": 1}', "[" * 5000):
        answer = at_desk.post(address, body, content_type="application/json")
        assert answer.status_code == 400


def test_half_a_character_and_controls_are_kept_as_far_as_they_are_text(at_desk, draft, author):
    sent = saving(draft, author, text="a\x00b\ud83dc\r\nd")
    assert at_desk.post(**sent).status_code == 200
    assert draft.wordings.get().text == "abc\nd"


def test_no_cache_keeps_a_draft(at_desk, draft):
    for name in PAGES:
        answer = at_desk.get(reverse(name, args=[draft.key]))
        assert "no-store" in answer["Cache-Control"]
        assert "private" in answer["Cache-Control"]


def test_only_authors_begin_a_record(client, db):
    client.force_login(get_user_model().objects.create_user("reader"))
    answer = client.post(reverse("writing"), {"kind": "case_study", "language": "en"})
    assert answer.status_code == 403
    assert Draft.objects.count() == 0


def test_an_invitation_lets_in_until_it_is_taken_back(at_desk, draft, stranger):
    at_desk.force_login(draft.members.first())
    team = reverse("writing_team", args=[draft.key])
    at_desk.post(team, {"invite": "1"})
    draft.refresh_from_db()
    link = reverse("writing_join", args=[draft.invitation])
    guest = get_user_model().objects.create_user("guest")
    at_desk.force_login(guest)
    assert at_desk.get(link).status_code == 200
    assert not draft.members.filter(pk=guest.pk).exists()
    at_desk.post(link)
    assert draft.members.filter(pk=guest.pk).exists()
    at_desk.post(team, {"withdraw": "1"})
    at_desk.force_login(get_user_model().objects.get(username="stranger"))
    assert at_desk.post(link).status_code == 404
    assert draft.members.count() == 2
