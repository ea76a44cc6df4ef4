"""The list of all resources in the admin."""

import pytest

from accounts.models import User


@pytest.fixture
def desk(client, db):
    client.force_login(User.objects.create_superuser("editor", password="a long one 1"))
    return client


def test_each_resource_is_listed_with_its_kind_and_found_by_it(desk, guide, initiative):
    html = desk.get("/admin/resource_listing/").text
    assert "Improvement initiative" in html and "Review due" in html
    kind = guide.content_type_id
    found = desk.get("/admin/resource_listing/results/", {"content_type": kind}).text
    assert guide.title in found and initiative.title not in found
