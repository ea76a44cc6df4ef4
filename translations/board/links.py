"""Where a row of the board leads."""

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import AbstractPage
from wagtail_localize.models import Translation

from translations.models import TranslationState


def address_of(state: TranslationState, user):
    """Return the address in the admin where a user translates what a state is about.

    That is the desk, or the editor of a version made without it; where there is none yet, the
    form to begin with.
    """
    key = state.source.translation_key
    model = state.source.content_type.model_class()
    target = model._default_manager.filter(translation_key=key, locale=state.locale).first()
    if target is None:
        return _form(model, state)
    begun = Translation.objects.filter(
        source__object_id=key, target_locale=state.locale, enabled=True
    ).first()
    if begun:
        return reverse("translations_desk", args=[begun.pk])
    return AdminURLFinder(user).get_edit_url(target) or reverse("translations_board")


def _form(model, state):
    if issubclass(model, AbstractPage):
        address = reverse("wagtail_localize:submit_page_translation", args=[state.source.object_id])
    else:
        meta = model._meta
        address = reverse(
            "wagtail_localize:submit_snippet_translation",
            args=[meta.app_label, meta.model_name, state.source.object_id],
        )
    return f"{address}?select_locale={state.locale.language_code}"
