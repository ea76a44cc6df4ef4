"""Who may take a translation out to a program of their own, and bring it back."""

from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import LockableMixin
from wagtail_localize.views.edit_translation import user_can_edit_instance

from translations.teams import may_translate


def may_exchange(user, translation):
    """Return whether `user` may write this translation: the page or the term in its language."""
    try:
        target = translation.get_target_instance()
    except ObjectDoesNotExist:
        return False
    is_theirs = translation.enabled and may_translate(user, translation.target_locale)
    if not is_theirs or not user_can_edit_instance(user, target):
        return False
    lock = target.get_lock() if isinstance(target, LockableMixin) else None
    return lock is None or not lock.for_user(user)
