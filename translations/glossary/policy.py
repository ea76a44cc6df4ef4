"""Who may change the glossary: of each language, those who publish in it."""

from wagtail.permission_policies import BasePermissionPolicy
from wagtail.permissions import register_permission_policy

from core.languages import CONTENT_LANGUAGES
from translations import teams
from translations.models import GlossaryEntry

VIEW = "view"


class GlossaryPolicy(BasePermissionPolicy):
    """Translators may read the glossary of their languages, reviewers may change it."""

    def user_has_permission(self, user, action):
        """Return whether a user may do this in some language."""
        return bool(self.languages(user, action))

    def user_has_permission_for_instance(self, user, action, instance):
        """Return whether a user may do this to an entry."""
        return instance.language in self.languages(user, action)

    def instances_user_has_any_permission_for(self, user, actions):
        """Return the entries to which a user may do one of these."""
        codes = frozenset().union(*(self.languages(user, action) for action in actions))
        return self.model._default_manager.filter(language__in=codes)

    def languages(self, user, action):
        """Return the codes of the languages whose entries a user may do this to."""
        if action == VIEW:
            return teams.languages_of(user)
        codes = (language.code for language in CONTENT_LANGUAGES)
        return frozenset(code for code in codes if teams.may_publish(user, code))


def register():
    """Let Wagtail ask the country teams; called once, when the app is ready."""
    register_permission_policy(GlossaryEntry, GlossaryPolicy(GlossaryEntry), exact_class=True)
