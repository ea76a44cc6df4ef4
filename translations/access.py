"""Who may write which translation: at the desk, in a file, or by marking it as adapted."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.shortcuts import get_object_or_404
from wagtail.models import LockableMixin
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from .teams import may_translate, within


def may_write(user, translation):
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


def translation_for(request, translation_id):
    """Return a translation that the user may write; raises Http404 or PermissionDenied."""
    known = Translation.objects.filter(enabled=True).select_related(
        "source__locale", "target_locale", "source__specific_content_type"
    )
    translation = get_object_or_404(within(known, request.user, "target_locale"), pk=translation_id)
    if not may_write(request.user, translation):
        raise PermissionDenied
    return translation
