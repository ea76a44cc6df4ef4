"""Where a row of the board leads."""

from django.urls import reverse
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.models import AbstractPage
from wagtail_localize.models import Translation

from translations.models import TranslationState


def address_of(state: TranslationState, user):
    """Return the address in the admin where a user translates what a state is about.

    That is the editor of the language's version; where there is none yet, the form to begin with.
    """
    model = state.source.content_type.model_class()
    target = model._default_manager.filter(
        translation_key=state.source.translation_key, locale=state.locale
    ).first()
    begun = Translation.objects.filter(
        source__object_id=state.source.translation_key, target_locale=state.locale, enabled=True
    ).exists()
    if target is not None and (begun or state.version_id):
        return AdminURLFinder(user).get_edit_url(target) or reverse("translations_board")
    return _submit(model, state)


def _submit(model, state):
    if issubclass(model, AbstractPage):
        address = reverse("wagtail_localize:submit_page_translation", args=[state.source.object_id])
    else:
        meta = model._meta
        address = reverse(
            "wagtail_localize:submit_snippet_translation",
            args=[meta.app_label, meta.model_name, state.source.object_id],
        )
    return f"{address}?select_locale={state.locale.language_code}"
