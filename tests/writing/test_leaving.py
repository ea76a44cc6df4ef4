"""Members leave a team, or are removed from it by whoever leads it."""

import pytest
from django.urls import reverse

from writing.models import Draft


@pytest.fixture
def invited(draft):
    """The draft, with an invitation that everybody in its team has followed."""
    draft.invitation = "followed"
    draft.save()
    return draft


def removal(draft, person):
    return reverse("writing_remove", args=[draft.key, draft.memberships.get(person=person).pk])


def members(draft):
    return set(draft.members.all())


def test_a_member_leaves_after_being_asked_and_the_link_does_not_bring_them_back(
    client, invited, author, colleague
):
    client.force_login(colleague)
    address = reverse("writing_leave", args=[invited.key])
    assert client.get(address).status_code == 200
    assert members(invited) == {author, colleague}
    assert client.post(address)["Location"] == reverse("writing")
    assert members(invited) == {author}
    assert client.post(reverse("writing_join", args=["followed"])).status_code == 404
    assert members(invited) == {author}
    for step in ("writing_form", "writing_team", "writing_send", "writing_word"):
        assert client.get(reverse(step, args=[invited.key])).status_code == 404


def test_what_a_member_wrote_stays_when_they_leave(client, draft, author, colleague, answered):
    answered(problem="Cold.")
    draft.wordings.update(written_by=colleague)
    client.force_login(colleague)
    client.post(reverse("writing_leave", args=[draft.key]))
    assert draft.wordings.get().text == "Cold."


def test_whoever_began_a_draft_removes_others(at_desk, invited, author, colleague):
    address = removal(invited, colleague)
    assert address in at_desk.get(reverse("writing_team", args=[invited.key])).content.decode()
    assert "midwife" in at_desk.get(address).content.decode()
    assert members(invited) == {author, colleague}
    at_desk.post(address)
    assert members(invited) == {author}
    at_desk.force_login(colleague)
    assert at_desk.post(reverse("writing_join", args=["followed"])).status_code == 404
    assert members(invited) == {author}


@pytest.mark.parametrize("method", ["get", "post"])
def test_others_remove_nobody(client, draft, author, colleague, method):
    client.force_login(colleague)
    for person in (author, colleague):
        assert getattr(client, method)(removal(draft, person)).status_code == 403
    page = client.get(reverse("writing_team", args=[draft.key])).content.decode()
    assert removal(draft, author) not in page
    assert members(draft) == {author, colleague}


def test_nobody_is_removed_from_another_team(at_desk, draft, colleague):
    other = Draft.objects.create(language="en")
    number = other.memberships.create(person=colleague).pk
    assert at_desk.post(reverse("writing_remove", args=[draft.key, number])).status_code == 404
    assert members(other) == {colleague}


def test_the_last_one_does_not_leave(at_desk, draft, author, colleague):
    colleague.is_active = False
    colleague.save()
    address = reverse("writing_leave", args=[draft.key])
    assert address not in at_desk.get(reverse("writing_team", args=[draft.key])).content.decode()
    assert at_desk.get(address).status_code == 403
    assert at_desk.post(address).status_code == 403
    assert author in members(draft)


def test_after_whoever_began_it_the_one_who_joined_next_leads(client, draft, author, colleague):
    client.force_login(colleague)
    deletion = reverse("writing_delete", args=[draft.key])
    assert client.get(deletion).status_code == 403
    client.force_login(author)
    client.post(reverse("writing_leave", args=[draft.key]))
    client.force_login(colleague)
    assert deletion in client.get(reverse("writing")).content.decode()
    assert client.get(deletion).status_code == 200


def test_a_member_who_follows_an_invitation_again_comes_to_the_form(at_desk, invited):
    answer = at_desk.get(reverse("writing_join", args=["followed"]))
    assert answer["Location"] == reverse("writing_form", args=[invited.key])
