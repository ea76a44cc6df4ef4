"""Who may change which term, when each is in a language."""

from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import AbstractPage, TranslatableMixin
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from . import teams


class TermPermissionPolicy(ModelPermissionPolicy):
    """Django's permissions on a model, held for one language by those who have them from its team.

    A permission from a group that is no language's team, or of the user's own, is for all.
    """

    def user_has_permission_for_instance(self, user, action, instance):
        """Return whether a user may do this to a term, which is in one language."""
        return instance.locale.language_code in self.languages(user, action)

    def instances_user_has_any_permission_for(self, user, actions):
        """Return the terms to which a user may do one of these."""
        codes = frozenset().union(*(self.languages(user, action) for action in actions))
        return self.model._default_manager.filter(locale__language_code__in=codes)

    def languages(self, user, action):
        """Return the codes of the languages whose terms a user may do this to."""
        if not self.user_has_permission(user, action):
            return frozenset()
        if user.is_superuser or self._is_held_for_all(user, action):
            return teams.EVERYWHERE
        return teams.languages_of(user)

    def _is_held_for_all(self, user, action):
        permissions = self._get_permission_objects_for_actions([action])
        if user.user_permissions.filter(pk__in=permissions).exists():
            return True
        others = Group.objects.filter(user=user, permissions__in=permissions)
        return others.exclude(permissions__in=_of_teams()).exists()


def register():
    """Let every translatable model but pages have such a policy; called once at the start."""
    for model in apps.get_models():
        if issubclass(model, TranslatableMixin) and not issubclass(model, AbstractPage):
            register_permission_policy(model, TermPermissionPolicy(model), exact_class=True)


def _of_teams():
    return Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__startswith=f"{teams.TRANSLATE}_"
    )
