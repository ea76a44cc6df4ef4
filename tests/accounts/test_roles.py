"""Roles: what the groups that Wagtail brings may do."""

from accounts.models import User


def test_editors_and_moderators_may_keep_the_taxonomies(db):
    for group in ("Editors", "Moderators"):
        user = User.objects.create_user(group)
        user.groups.add(user.groups.model.objects.get(name=group))
        for term in ("topic", "caresetting", "audience", "method", "teamrole", "equipment"):
            assert user.has_perm(f"resources.add_{term}")
            assert user.has_perm(f"resources.change_{term}")
            assert not user.has_perm(f"resources.delete_{term}")
