"""Roles, as groups with permissions."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

_PAGE_PERMISSIONS = ("add_page", "change_page", "publish_page")


def translators(home):
    """Return the group that may translate, edit and publish below one language's home page.

    It is made at its first use. `home` is the home page of the language.
    """
    code = home.locale.language_code
    group, created = Group.objects.get_or_create(name=f"Translators ({code})")
    if created:
        admin_access = Permission.objects.filter(
            content_type__app_label="wagtailadmin", codename="access_admin"
        )
        submit = Permission.objects.filter(
            content_type__app_label="wagtail_localize", codename="submit_translation"
        )
        group.permissions.add(*admin_access, *submit)
        permissions = Permission.objects.filter(
            content_type__app_label="wagtailcore", codename__in=_PAGE_PERMISSIONS
        )
        for permission in permissions:
            GroupPagePermission.objects.create(group=group, page=home, permission=permission)
    return group
