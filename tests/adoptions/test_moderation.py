"""Moderators decide in the admin what readers see, and nobody else."""

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.urls import reverse

from accounts.models import User
from adoptions.choices import Status
from adoptions.models import Adoption
from tests import urlconf

NAMES = "wagtailsnippets_adoptions_adoption"


@pytest.fixture
def moderator(client, db):
    """A browser in which a moderator has signed in."""
    person = User.objects.create_user("mala", "mala@example.org")
    person.groups.add(Group.objects.get(name="Moderators"))
    client.force_login(person)
    return client


def form_of(client, adoption):
    """Return what the form holds as it is opened."""
    form = client.get(reverse(f"{NAMES}:edit", args=[adoption.pk])).context["form"]
    return {name: form[name].value() or "" for name in form.fields}


def decide(client, adoption, **changes):
    given = {**form_of(client, adoption), **changes}
    return client.post(reverse(f"{NAMES}:edit", args=[adoption.pk]), given)


def test_a_report_is_published_declined_and_withdrawn(moderator, initiative, adopt):
    adoption = adopt(initiative, status=Status.WAITING)
    assert "A smaller kettle" not in moderator.get(initiative.url).text
    for status, shown in (("published", True), ("withdrawn", False), ("declined", False)):
        assert decide(moderator, adoption, status=status).status_code == 302
        tree = moderator.get(f"/en/adoptions/{initiative.translation_key}/").text
        assert ("A smaller kettle" in tree) is shown
    assert Adoption.objects.get().decided_at is not None


def test_the_list_names_the_record_and_begins_with_what_waits(moderator, initiative, adopt):
    waiting = adopt(initiative, status=Status.WAITING)
    adopt(initiative)
    response = moderator.get(reverse(f"{NAMES}:list"))
    assert "Fewer infections" in response.text
    assert response.context["object_list"][0] == waiting
    edit = moderator.get(reverse(f"{NAMES}:edit", args=[waiting.pk])).text
    assert "Fewer infections" in edit


def test_what_waits_is_told_where_moderators_begin(moderator, initiative, adopt):
    adopt(initiative)
    for _number in range(2):
        adopt(initiative, status=Status.WAITING)
    begin = moderator.get("/admin/").text
    waiting = re.search(r'href="([^"]+status=waiting)">\s*Adoptions: 2', begin)[1]
    assert len(moderator.get(waiting).context["object_list"]) == 2


def test_an_adoption_gets_a_record_of_its_own(moderator, initiative, other, adopt):
    adoption = adopt(initiative)
    assert decide(moderator, adoption, own_record=other.pk).status_code == 302
    assert Adoption.objects.get().own_record_key == other.translation_key
    assert form_of(moderator, adoption)["own_record"] == other.pk
    assert decide(moderator, adoption, own_record="").status_code == 302
    assert Adoption.objects.get().own_record_key is None


def test_a_circle_is_a_mistake_in_the_form(moderator, initiative, other, adopt):
    adopt(initiative, own_record_key=other.translation_key)
    second = adopt(other)
    response = decide(moderator, second, own_record=initiative.pk)
    assert response.status_code == 200
    assert "Nothing can be adapted from what was adapted from it" in response.text
    second.refresh_from_db()
    assert second.own_record_key is None


def test_what_tells_an_anonymous_facility_is_not_published(moderator, initiative, adopt):
    initiative.facility_name, initiative.facility_is_anonymous = "Hidden Hospital", True
    initiative.save_revision().publish()
    report = adopt(initiative, status=Status.WAITING, changed="As in the hidden hospital.")
    response = decide(moderator, report, status="published")
    assert "changed" in response.context["form"].errors
    assert Adoption.objects.get().status == Status.WAITING
    assert decide(moderator, report, status="published", changed="As there.").status_code == 302


def test_a_moderator_adds_a_report_that_came_in_another_way(moderator, initiative):
    given = {
        **{"record": initiative.pk, "country": "NP", "changed": "By telephone."},
        **{"status": "published", "language": "en"},
    }
    assert moderator.post(reverse(f"{NAMES}:add"), given).status_code == 302
    assert Adoption.objects.get().record_key == initiative.translation_key


def test_a_report_needs_a_record_that_readers_may_see(moderator, initiative, guide):
    given = {"country": "NP", "changed": "By telephone.", "status": "published", "language": "en"}
    initiative.unpublish()
    for page in (initiative, guide):
        response = moderator.post(reverse(f"{NAMES}:add"), {**given, "record": page.pk})
        assert "record" in response.context["form"].errors
    assert not Adoption.objects.exists()


def test_no_address_of_the_admin_shows_a_report_to_others(client, initiative, adopt):
    person = User.objects.create_user("noor", "noor@example.org")
    person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(person)
    report = adopt(initiative, status=Status.WAITING, region="Hiddenstate", changed="Hidden.")
    tried = [each for each in urlconf.addresses() if "adoptions_adoption" in each.name]
    assert tried
    for address in tried:
        path = address.filled({"pk": report.pk})
        for query in ({}, {"q": "hidden", "id": report.pk}):
            assert "Hidden" not in client.get(path, query, follow=True).text, path


@pytest.mark.parametrize("group", ["Editors", None])
def test_nobody_else_reads_or_decides(client, initiative, adopt, group):
    person = User.objects.create_user("noor", "noor@example.org")
    person.groups.add(*Group.objects.filter(name=group))
    client.force_login(person)
    adoption = adopt(initiative, status=Status.WAITING, contact_email="nurse@example.org")
    for name, args in (("list", []), ("edit", [adoption.pk]), ("delete", [adoption.pk])):
        address = reverse(f"{NAMES}:{name}", args=args)
        assert "nurse@" not in client.get(address, follow=True).text
        client.post(address, {"status": "published", "country": "IN", "changed": "Mine."})
    assert Adoption.objects.get().status == Status.WAITING
