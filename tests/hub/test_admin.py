"""What the admin is called, and where it leads those who have no business in it."""

import re
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from django.contrib.staticfiles import finders

from accounts.models import User
from core.models import SiteIdentity


@pytest.fixture
def sign_in(client, db):
    """Return a function that signs a member of a group in."""

    def signed_in(group):
        user = User.objects.create_user(group, password="a long one 1")
        user.groups.add(Group.objects.get(name=group))
        client.force_login(user)
        return client

    return signed_in


@pytest.mark.parametrize("group", ["Moderators", "Reviewers (hi)"])
def test_the_admin_bears_the_name_of_the_hub(sign_in, group):
    SiteIdentity.objects.update_or_create(defaults={"name": "Ward Works"})
    first = sign_in(group).get("/admin/").text
    assert "<h1" in first and ">Ward Works</bdi>" in first
    assert " ".join(first.split("<title>")[1].split("</title>")[0].split()).endswith("Ward Works")
    assert "localhost" not in first


def test_who_signs_in_reads_the_name_of_the_hub(client, db):
    SiteIdentity.objects.update_or_create(defaults={"name": "Ward Works"})
    html = client.get("/admin/login/").text
    assert ">Ward Works</bdi>" in html and "My records" not in html


def test_an_author_who_comes_to_the_admin_is_led_to_their_records(sign_in):
    client = sign_in("Record authors")
    assert '<a href="/en/write/">My records</a>' in client.get("/admin/", follow=True).text


@pytest.mark.parametrize(("wished", "leads_to"), [("fr", "/en/write/"), ("ne", "/hi/write/")])
def test_they_are_led_there_in_a_language_on_offer(sign_in, wished, leads_to):
    SiteIdentity.objects.update_or_create(defaults={"languages": ["en", "hi"]})
    client = sign_in("Record authors")
    html = client.get("/admin/login/", headers={"Accept-Language": wished}).text
    assert re.findall(r'href="([^"]*/write/)"', html) == [leads_to]
    assert client.get(leads_to).status_code == 200


def test_the_admin_has_the_hubs_sheet(sign_in):
    first = sign_in("Moderators").get("/admin/").text
    assert len(re.findall(r'href="/static/css/admin/all[^"]*\.css"', first)) == 1
    assert "unicode-bidi: plaintext" in Path(finders.find("css/admin/all.css")).read_text()
