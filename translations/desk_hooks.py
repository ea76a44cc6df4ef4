"""The desk among Wagtail's own hooks."""

from django.shortcuts import redirect
from django.urls import path
from wagtail import hooks
from wagtail_localize.models import Translation

from .access import may_write
from .adaptation.views import AdaptationView
from .desk.views import DeskView
from .teams import may_translate


@hooks.register("register_admin_urls")
def desk_urls():
    """Give the desk its addresses."""
    base = "translations/desk/<int:translation_id>"
    return [
        path(f"{base}/", DeskView.as_view(), name="translations_desk"),
        path(f"{base}/adaptation/", AdaptationView.as_view(), name="translations_adaptation"),
    ]


@hooks.register("before_edit_page", order=-1)
@hooks.register("before_edit_snippet", order=-1)
def open_the_desk(request, instance):
    """Lead whoever edits what is being translated to the desk.

    With `?classic` wagtail-localize's own editor opens, in which pictures and links can be
    replaced.
    """
    if request.method != "GET" or "classic" in request.GET or not hasattr(instance, "locale_id"):
        return None
    translation = Translation.objects.filter(
        source__object_id=instance.translation_key,
        target_locale_id=instance.locale_id,
        enabled=True,
    ).first()
    if translation is None or not may_translate(request.user, translation.target_locale):
        return None
    if not may_write(request.user, translation):
        return None
    return redirect("translations_desk", translation.pk)
